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

}  // namespace

bool Resolver::definite(const Chunk& noun) const {
  const std::string_view first = document_.word(noun.first);
  return first == "the" || first == "The" || first == "this" || first == "This" ||
         lexicon_.has(document_.tokens[noun.first], trait_possessive);
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
    for (const auto resolve :
         {&Resolver::by_descriptor, &Resolver::by_title, &Resolver::by_generic_noun}) {
      if (Resolved found = (this->*resolve)(noun); found.path != Path::Nobody) {
        return found;
      }
    }
  }
  return unnamed(
      noun, statement.subject.found() ? outline_.chunks[statement.subject.last].last : noun.last);
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

// "the foreign minister": somebody introduced with that title.
Resolved Resolver::by_title(const Chunk& noun) const {
  const Token& head = document_.tokens[noun.head];
  if (!lexicon_.has(head, trait_title | trait_person_noun) ||
      document_.word(noun.head).ends_with('s')) {
    return {};
  }
  const std::string head_word = fold(document_.word(noun.head));
  const Active* best = nullptr;
  for (const Active& active : active_) {
    const NamedEntity& entity = entities_.all[active.entity];
    if (entity.kind != EntityClass::Person || entity.title.empty()) {
      continue;
    }
    const std::string title = fold(entity.title.in(document_.text));
    const bool same = title.find(head_word) != std::string::npos;
    if (same && (best == nullptr || weight_now(active) > weight_now(*best))) {
      best = &active;
    }
  }
  if (best == nullptr) {
    return {};
  }
  Resolved found = of_entity(best->entity, MentionKind::Nominal, Path::Title,
                             document_.range(noun.first, noun.last));
  found.antecedent = best->last;
  return found;
}

// "The diplomat", "the official": whoever is talked about most, when he holds an office.
Resolved Resolver::by_generic_noun(const Chunk& noun) const {
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

Resolved Resolver::unnamed(const Chunk& noun, TokenIndex last) const {
  Resolved resolved;
  resolved.mention_kind = MentionKind::Nominal;
  resolved.path = Path::Unnamed;
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
