#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "verbale/model/date.h"

namespace verbale {

// Rows of the tables of index_schema/, whose README gives every column its meaning. A row is what
// the table says; names are as written, not folded.

using Names = std::vector<std::string>;

enum class FieldKind { Text, Exact, Range };

// Something that a query can name: its term prefix and value slot in the index, its help line.
struct Field {
  std::string id;  // "speaker"
  FieldKind kind = FieldKind::Exact;
  bool facet = false;
  std::string prefix;            // Of its terms; empty: no terms of its own.
  std::optional<unsigned> slot;  // Of its value.
  std::string holds;             // One line of help.
  std::string example;           // A query: speaker:"Wang Yi"
};

struct Country {
  std::string id;  // ISO 3166-1 alpha-2; for states that ended, their former code.
  std::string alpha3;
  std::string name;
  Names aliases, demonyms, capitals, metonyms, cities;
  std::map<std::string, Names> other_names;  // By language: fr, es, de, ru, zh, ar.
  std::optional<Date> from, until;
};

struct Body {
  std::string id;  // "NATO"
  std::string name;
  Names aliases;
  std::string kind;
  std::string parent;   // A body's or country's id, or empty.
  std::string country;  // The state it belongs to, or empty.
  Names descriptors;    // What an article calls it later: "the alliance".
  std::map<std::string, Names> other_names;
};

// A role held for a country or body, inclusive days; no end: still held when the table was made.
struct Office {
  std::string role;  // A title's id.
  std::string of;    // A country's or body's id.
  std::optional<Date> from, until;
};

enum class Gender { Unknown, Female, Male };

struct Person {
  std::string id;  // "wang-yi"
  std::string name;
  Names aliases;
  Gender gender = Gender::Unknown;
  std::string country;
  std::vector<Office> offices;
  Names surnames;  // What an article calls them later.
};

struct Title {
  std::string id;     // "foreign-minister"
  std::string label;  // "foreign minister"
  Names forms;
  std::string kind;  // office, honorific, rank, spokesperson, occupation, person, group
  Gender gender = Gender::Unknown;
  std::map<std::string, Names> other_forms;
};

// A reporting word or phrase.
struct Cue {
  std::string lemma;
  std::string language;
  std::string kind;  // verb, phrase, noun, preposition, punctuation
  Names forms;
  std::string stance;
  std::string reporting;  // strong, medium, weak
  Names takes;            // that, object, addressee, infinitive, quote, as
  bool noun_homograph = false;
};

struct TopicRow {
  std::string id;  // "security/nato"
  std::string label;
  Names rules;  // See index_schema/README.md for their syntax.
};

struct Abbreviation {
  std::string form;
  std::string language;
  std::string kind;  // title, initialism, may, month, unit, latin
};

struct GivenName {
  std::string name;
  Gender gender = Gender::Unknown;
};

}  // namespace verbale
