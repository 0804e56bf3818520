#include <algorithm>
#include <array>

#include "attribution/resolution.h"
#include "attribution/word_classes.h"
#include "verbale/text/folding.h"
#include "verbale/text/slug.h"

namespace verbale::attribution {

namespace {

// Below it nobody is talked about enough to be "the official".
constexpr double least_generic = 1.0;
constexpr std::uint32_t farthest_unnamed = 6;  // Units.

}  // namespace

bool Resolver::definite(const Chunk& noun) const {
  const std::string_view first = document_.word(noun.first);
  if (first == "the" || first == "The" || first == "this" || first == "This" ||
      lexicon_.has(document_.tokens[noun.first], trait_possessive)) {
    return true;
  }
  for (TokenIndex at = noun.first + 1; at < noun.head; ++at) {
    if (document_.tokens[at].kind == TokenKind::Possessive) {
      return true;  // "Velmark's foreign minister"
    }
  }
  const bool indefinite = lexicon_.has(document_.tokens[noun.first], trait_determiner);
  return !indefinite && !offices_.in(noun.first, noun.last).country.empty();
}

Resolved Resolver::by_noun(const Chunk& noun, const Statement& statement) {
  if (Resolved found = spokesperson(noun, statement); found.path != Path::Nobody) {
    return found;
  }
  if (Resolved found = by_document(noun, statement); found.path != Path::Nobody) {
    return found;
  }
  if (Resolved found = by_members(noun); found.path != Path::Nobody) {
    return found;
  }
  if (definite(noun)) {
    if (same_unnamed(noun)) {
      Resolved found = unnamed_;
      found.antecedent = unnamed_.mention;
      found.mention = document_.range(noun.first, noun.last);
      return found;
    }
    if (Resolved found = by_descriptor(noun); found.path != Path::Nobody) {
      return found;
    }
    for (const auto resolve : {&Resolver::by_title, &Resolver::by_generic_noun}) {
      if (Resolved found = (this->*resolve)(noun, statement); found.path != Path::Nobody) {
        return found;
      }
    }
  }
  return unnamed(
      noun, statement.subject.found() ? outline_.chunks[statement.subject.last].last : noun.last);
}

// "the official", after "a senior Kestranian official said".
bool Resolver::same_unnamed(const Chunk& noun) const {
  return unnamed_.path == Path::Unnamed && noun.last - noun.first <= 2 &&
         next_unit_ <= unnamed_unit_ + farthest_unnamed &&
         unnamed_.head.in(document_.text) == document_.word(noun.head);
}

// "a spokesperson for the Ministry": the body speaks.
Resolved Resolver::spokesperson(const Chunk& noun, const Statement& statement) const {
  const std::string_view head = document_.word(noun.head);
  if (!head.starts_with("spokes") || !statement.subject.found() ||
      statement.subject.last <= statement.subject.chunk) {
    return {};
  }
  const Chunk& whole = outline_.chunks[statement.subject.last];
  const NameMention* name = entities_.last_in(noun.last, whole.last);
  if (name == nullptr || (entities_.all[name->entity].kind != EntityClass::Body &&
                          entities_.all[name->entity].kind != EntityClass::Country)) {
    return {};
  }
  return of_entity(name->entity, MentionKind::Nominal, Path::Title,
                   document_.range(noun.first, whole.last));
}

// "the bloc", "the mission": the body talked about that the tables describe so, or whose name ends
// with that word.
Resolved Resolver::by_descriptor(const Chunk& noun) const {
  const std::uint64_t head = name_hash(document_.word(noun.head));
  const Match match =
      lexicon_.match_at(std::span(document_.tokens.data(), noun.head + 1), noun.head);
  const std::string_view noun_word = document_.word(noun.head);
  const bool company = noun_word == "company" || noun_word == "firm";
  const Active* best = nullptr;
  for (const Active& active : active_) {
    const NamedEntity& entity = entities_.all[active.entity];
    if (entity.kind != EntityClass::Body) {
      continue;
    }
    const std::string_view name = entity.name.in(document_.text);
    const std::string_view last = name.substr(name.rfind(' ') + 1);
    const bool ends_so = name_hash(last) == head || (company && ends_company(last));
    const bool described = std::ranges::any_of(match.senses, [&](const Sense& sense) {
      return sense.kind == SenseKind::BodyDescriptor &&
             static_cast<std::int32_t>(sense.row) == entity.row;
    });
    if ((ends_so || described) && (best == nullptr || weight_now(active) > weight_now(*best))) {
      best = &active;
    }
  }
  if (best == nullptr) {
    return {};
  }
  Resolved found = of_entity(best->entity, MentionKind::Nominal, Path::Descriptor,
                             document_.range(noun.first, noun.last));
  found.antecedent = best->last;
  return found;
}

// The office that a name was introduced with: "Foreign Minister Mary Wong of France".
OfficeMention Resolver::office_of(const NamedEntity& entity) const {
  if (entity.title.empty()) {
    return {};
  }
  return offices_.in(token_at(entity.title.begin), token_at(entity.title.end));
}

// Whoever was introduced with the office, or with the noun where the tables know no such office.
const Resolver::Active* Resolver::titled(const Chunk& noun, const OfficeMention& office) const {
  const std::string head_word = fold(document_.word(noun.head));
  const Active* best = nullptr;
  for (const Active& active : active_) {
    const NamedEntity& entity = entities_.all[active.entity];
    if (entity.kind != EntityClass::Person || entity.title.empty() ||
        (best != nullptr && weight_now(active) <= weight_now(*best))) {
      continue;
    }
    const OfficeMention own = office_of(entity);
    const bool both = office.found() && own.found();
    const bool same =
        both ? same_office(office, own)
             : fold(entity.title.in(document_.text)).find(head_word) != std::string::npos;
    if (same) {
      best = &active;
    }
  }
  return best;
}

// "the foreign minister": somebody introduced with that title; "the French foreign minister": or
// who held the office on the article's day.
Resolved Resolver::by_title(const Chunk& noun, const Statement& statement) {
  const Token& head = document_.tokens[noun.head];
  if (!lexicon_.has(head, trait_title | trait_person_noun) ||
      document_.word(noun.head).ends_with('s')) {
    return {};
  }
  const TokenIndex last = statement.subject.found() && statement.subject.chunk != no_chunk
                              ? outline_.chunks[statement.subject.last].last
                              : noun.last;
  const OfficeMention office = offices_.in(noun.first, noun.last);
  const TextRange mention = document_.range(noun.first, std::max(noun.last, last));
  if (const Active* best = titled(noun, office); best != nullptr) {
    Resolved found = of_entity(best->entity, MentionKind::Nominal, Path::Title, mention);
    found.antecedent = best->last;
    return found;
  }
  return by_office(office, mention);
}

// Who held an office by the tables; nobody where several did, or without a date.
Resolved Resolver::by_office(const OfficeMention& office, TextRange mention) {
  if (!office.found() || office.country.empty() || office.former || article_ == nullptr ||
      !article_->published) {
    return {};
  }
  const auto [known, added] = holders_.try_emplace(
      std::pair(std::string(office.role), std::string(office.country)), nullptr);
  if (added) {
    known->second = schema_.holder(office.role, office.country, *article_->published);
  }
  if (known->second == nullptr) {
    return {};
  }
  const Person& person = *known->second;
  Resolved resolved;
  resolved.speakers.push_back({{person.id}, person.name, std::string(office.role), person.country});
  resolved.mention_kind = MentionKind::Nominal;
  resolved.path = Path::Title;
  resolved.mention = mention;
  const auto row = static_cast<std::int32_t>(&person - schema_.people().data());
  const auto entity = std::ranges::find_if(entities_.all, [row](const NamedEntity& named) {
    return named.kind == EntityClass::Person && named.row == row;
  });
  if (entity != entities_.all.end()) {
    resolved.entity = static_cast<std::uint32_t>(entity - entities_.all.begin());
  }
  return resolved;
}

// "The diplomat", "the official": whoever is talked about most, when he holds an office.
Resolved Resolver::by_generic_noun(const Chunk& noun, const Statement&) {
  constexpr std::array<std::string_view, 9> generic = {"diplomat",  "official",   "minister",
                                                       "leader",    "politician", "lawmaker",
                                                       "candidate", "nominee",    "statesman"};
  if (std::ranges::find(generic, document_.word(noun.head)) == generic.end() ||
      noun.last - noun.first > 2) {
    return {};
  }
  const Active* best = nullptr;
  for (const Active& active : active_) {
    const NamedEntity& entity = entities_.all[active.entity];
    const bool holder = entity.kind == EntityClass::Person &&
                        (entity.row >= 0 || !entity.title.empty()) && active.spoke;
    if (holder && (best == nullptr || weight_now(active) > weight_now(*best))) {
      best = &active;
    }
  }
  if (best == nullptr || weight_now(*best) < least_generic) {
    return {};
  }
  Resolved found = of_entity(best->entity, MentionKind::Nominal, Path::Salience,
                             document_.range(noun.first, noun.last));
  found.antecedent = best->last;
  found.margin = 0.5;
  return found;
}

// "Alliance members": the body itself.
Resolved Resolver::by_members(const Chunk& noun) const {
  const std::string_view head = document_.word(noun.head);
  if ((head != "members" && head != "allies" && head != "states") || noun.head == noun.first) {
    return {};
  }
  Chunk body = noun;
  body.head = noun.head - 1;
  body.last = noun.head;
  if (const NameMention* name = name_of(body);
      name != nullptr && entities_.all[name->entity].kind == EntityClass::Body &&
      entities_.all[name->entity].row >= 0) {
    return of_entity(name->entity, MentionKind::Nominal, Path::Descriptor,
                     document_.range(noun.first, noun.last));
  }
  Resolved found = by_descriptor(body);
  found.mention = document_.range(noun.first, noun.last);
  return found;
}

// "a joint declaration" that "Alliance members signed", and "the declaration" later: who issued it.
Resolved Resolver::by_document(const Chunk& noun, const Statement& statement) {
  if (!lexicon_.has(document_.tokens[noun.head], trait_document_noun)) {
    return {};
  }
  const std::uint64_t head = name_hash(document_.word(noun.head));
  const std::uint32_t chunk = statement.subject.chunk;
  const Clauses& unit = outline_.units[statement.subject_unit];
  const bool object = statement.subject.found() && chunk > unit.first_chunk &&
                      outline_.chunks[chunk - 1].kind == ChunkKind::Verb;
  if (object) {
    Statement issued = statement;
    issued.subject = find_subject(document_, lexicon_, outline_, unit, chunk - 1);
    if (issued.subject.found() && issued.subject.chunk != chunk) {
      const Resolved issuer = resolve_phrase(outline_.chunks[issued.subject.chunk], issued);
      if (issuer.entity != no_entity) {
        issuers_[head] = issuer;
      }
    }
  }
  const auto known = issuers_.find(head);
  if (known == issuers_.end() || (!object && !definite(noun))) {
    return {};
  }
  Resolved found = known->second;
  found.antecedent = found.mention;
  found.mention = document_.range(noun.first, noun.last);
  found.mention_kind = MentionKind::Nominal;
  found.path = Path::Descriptor;
  return found;
}

// People, bodies and what is written, by the word itself, its ending, a name or a plural beside it.
// What remains is "taste", "one", "a hard time", "no sign of retreat".
bool Resolver::can_speak(const Chunk& noun) const {
  constexpr Traits voices = trait_person_noun | trait_body_noun | trait_document_noun |
                            trait_title | trait_he | trait_she;
  const std::string_view head = document_.word(noun.head);
  const std::string_view first = document_.word(noun.first);
  if (first == "no" || first == "No" || head == "one" || head == "One" || head == "None") {
    return false;
  }
  for (TokenIndex at = noun.first; at < noun.last; ++at) {
    const bool owner = at + 1 < noun.last && document_.tokens[at + 1].kind == TokenKind::Possessive;
    if (!owner && lexicon_.has(document_.tokens[at], trait_person_noun)) {
      return true;  // "two people close" to the talks
    }
    if (at == noun.head &&
        (lexicon_.has(document_.tokens[at], voices) || document_.tokens[at].starts_capital())) {
      return true;
    }
    if (at > noun.first && document_.tokens[at].starts_capital()) {
      return true;
    }
  }
  constexpr std::array<std::string_view, 15> agents = {"er",  "or",  "ist",    "ian",  "man",
                                                       "eer", "ent", "woman",  "ant",  "ee",
                                                       "ive", "ess", "person", "geon", "-old"};
  const bool plural = head.ends_with('s') && !head.ends_with("ss");
  const std::string_view singular = plural ? head.substr(0, head.size() - 1) : head;
  return plural || (noun.last - noun.first > 1 &&
                    std::ranges::any_of(agents, [singular](std::string_view ending) {
                      return singular.size() > ending.size() + 2 && singular.ends_with(ending);
                    }));
}

Resolved Resolver::unnamed(const Chunk& noun, TokenIndex last) const {
  Resolved resolved;
  resolved.mention_kind = MentionKind::Nominal;
  const bool one_of = last > noun.last && document_.word(noun.last) == "of" &&
                      lexicon_.has(document_.tokens[noun.head], trait_number_word);
  resolved.path = one_of || can_speak(noun) ? Path::Unnamed : Path::Thing;
  last = std::max(last, noun.last);
  resolved.mention = document_.range(noun.first, last);
  resolved.head = document_.tokens[noun.head].range;
  const std::string description(resolved.mention.in(document_.text));
  Speaker speaker;
  speaker.id = {"unnamed-" + slug(description)};
  speaker.name = description;
  speaker.country = country_before(noun.first, noun.last);
  resolved.speakers.push_back(speaker);
  return resolved;
}

}  // namespace verbale::attribution
