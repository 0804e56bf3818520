#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "attribution/entities.h"
#include "attribution/offices.h"
#include "attribution/statements.h"
#include "verbale/model/article.h"
#include "verbale/model/passage.h"

namespace verbale::attribution {

// How the mention was written, and how its speaker was found.
enum class MentionKind : std::uint8_t { Name, Body, Pronoun, Nominal };
enum class Path : std::uint8_t {
  Direct,      // A full name, or the only person of the surname.
  ShortName,   // A surname or given name, by a full name elsewhere in the article.
  Salience,    // A pronoun, or "the diplomat": who is talked about.
  Title,       // "the foreign minister": by a title in the article or an office of the tables.
  Descriptor,  // "the bloc"
  Unnamed,     // "a senior official"
  Thing,       // "taste", "a hard time": a noun that nothing says can speak.
  Nobody,
};

struct Resolved {
  std::vector<Speaker> speakers;
  MentionKind mention_kind = MentionKind::Name;
  Path path = Path::Nobody;
  TextRange mention;
  TextRange antecedent;
  TextRange head;  // Of a description: its noun.
  std::uint32_t entity = no_entity;
  double margin = 1;  // Of the best candidate over the next one, 0 to 1, where there is a choice.
};

// Finds who a subject is. Has to be asked in text order, because what was said before decides.
class Resolver {
 public:
  Resolver(const Document& document, const Lexicon& lexicon, const Schema& schema,
           const Outline& outline, const Entities& entities);

  void set_article(const Article& article) { article_ = &article; }

  // Takes note of everybody mentioned before unit `unit`.
  void advance(std::uint32_t unit);

  // Who speaks in `statement`; its unit is the last one given to advance().
  Resolved resolve(const Statement& statement);

  // The speaker of a statement becomes the one whom "he" most likely means next.
  void spoke(const Resolved& resolved);

 private:
  struct Active {
    std::uint32_t entity = no_entity;
    double weight = 0;
    std::uint32_t unit = 0;
    TextRange last;
    bool spoke = false;
  };

  Resolved resolve_phrase(const Chunk& noun, const Statement& statement);
  Resolved by_name(const Chunk& noun, const NameMention& name) const;
  void note_before(const Chunk& noun, const Clauses& unit);
  Resolved by_pronoun(const Chunk& noun, const Statement& statement);
  Resolved antecedent_of(Traits pronoun, const Statement& statement, Resolved resolved) const;
  Resolved by_noun(const Chunk& noun, const Statement& statement);
  Resolved by_descriptor(const Chunk& noun) const;
  Resolved by_title(const Chunk& noun, const Statement& statement);
  Resolved by_office(const OfficeMention& office, TextRange mention);
  const Active* titled(const Chunk& noun, const OfficeMention& office) const;
  OfficeMention office_of(const NamedEntity& entity) const;
  std::string country_of_title(const NamedEntity& entity) const;
  TokenIndex token_at(std::uint32_t offset) const;
  Resolved by_generic_noun(const Chunk& noun, const Statement& statement);
  Resolved by_members(const Chunk& noun) const;
  Resolved by_document(const Chunk& noun, const Statement& statement);
  Resolved unnamed(const Chunk& noun, TokenIndex last) const;
  Resolved spokesperson(const Chunk& noun, const Statement& statement) const;
  Resolved of_entity(std::uint32_t entity, MentionKind kind, Path path, TextRange mention) const;
  Chunk owner_of(const Chunk& noun) const;
  bool is_voice(const Chunk& noun) const;
  Resolved resolve_owner(const Chunk& noun, const Statement& statement);
  const NameMention* name_of(const Chunk& noun) const;
  bool definite(const Chunk& noun) const;
  bool can_speak(const Chunk& noun) const;
  bool same_unnamed(const Chunk& noun) const;
  Resolved several_again(Resolved pronoun) const;
  bool unnamed_fits(Traits pronoun) const;
  bool fits_pronoun(const NamedEntity& entity, Traits pronoun) const;
  double weight_now(const Active& active) const;
  void note(std::uint32_t entity, double weight, TextRange mention, std::uint32_t unit);
  void note_chunk(const Clauses& unit, std::uint32_t chunk, std::uint32_t index);
  Speaker speaker_of(std::uint32_t entity) const;
  std::string country_before(TokenIndex first, TokenIndex last) const;
  std::string role_in(TextRange title) const;
  const Active* best_active(Traits pronoun, const Statement& statement, double& margin) const;

  const Document& document_;
  const Lexicon& lexicon_;
  const Schema& schema_;
  const Outline& outline_;
  const Entities& entities_;
  Offices offices_;
  std::map<std::pair<std::string, std::string>, const Person*> holders_;  // By role and country.
  const Article* article_ = nullptr;
  std::vector<Active> active_;
  std::vector<std::uint32_t> excluded_;  // Talked about inside the quotation at hand.
  Resolved unnamed_;                     // The last speaker without a name.
  std::uint32_t unnamed_unit_ = 0;
  std::unordered_map<std::uint64_t, Resolved> issuers_;  // Of documents, by their noun.
  std::uint32_t next_unit_ = 0;
};

}  // namespace verbale::attribution
