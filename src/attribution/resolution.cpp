#include "attribution/resolution.h"

#include <algorithm>
#include <cmath>

#include "verbale/text/folding.h"
#include "verbale/text/slug.h"

namespace verbale::attribution {

namespace {

// How much a mention says about who "he" will be, by its place in the sentence; halved every
// unit. After Lappin and Leass (1994).
constexpr double subject_weight = 3.0;
constexpr double object_weight = 1.4;
constexpr double introduced_weight = 2.4;  // Named in full for the first time.
constexpr double possessive_weight = 0.9;
constexpr double quoted_weight = 0.35;
constexpr double speaker_weight = 3.0;
constexpr double decay = 0.5;
constexpr std::size_t most_active = 32;
constexpr std::ptrdiff_t farthest_before = 60;  // Chunks of the sentence at hand.
constexpr double least_weight = 0.02;
constexpr std::uint32_t farthest_several = 3;  // Units.
constexpr double least_unnamed = 1.0;  // Unnamed speakers are forgotten after some sentences.

}  // namespace

Resolver::Resolver(const Document& document, const Lexicon& lexicon, const Schema& schema,
                   const Outline& outline, const Entities& entities)
    : document_(document),
      lexicon_(lexicon),
      schema_(schema),
      outline_(outline),
      entities_(entities),
      offices_(document, lexicon, schema) {}

double Resolver::weight_now(const Active& active) const {
  return active.weight * std::pow(decay, static_cast<double>(next_unit_ - active.unit));
}

void Resolver::note(std::uint32_t entity, double weight, TextRange mention, std::uint32_t unit) {
  const auto known = std::ranges::find(active_, entity, &Active::entity);
  if (known != active_.end()) {
    known->weight =
        known->weight * std::pow(decay, static_cast<double>(unit - known->unit)) + weight;
    known->unit = unit;
    known->last = mention;
    return;
  }
  if (active_.size() >= most_active) {
    const auto weakest = std::ranges::min_element(
        active_, {}, [this](const Active& active) { return weight_now(active); });
    *weakest = {entity, weight, unit, mention};
    return;
  }
  active_.push_back({entity, weight, unit, mention});
}

void Resolver::note_chunk(const Clauses& unit, std::uint32_t chunk, std::uint32_t index) {
  const Chunk& noun = outline_.chunks[chunk];
  const bool quoted = noun.kind == ChunkKind::Quotation;
  const bool leads = noun.kind == ChunkKind::Noun && chunk == unit.first_chunk;
  const bool subject = leads || (noun.kind == ChunkKind::Noun && chunk + 1 < unit.last_chunk &&
                                 (outline_.chunks[chunk + 1].kind == ChunkKind::Verb ||
                                  outline_.chunks[chunk + 1].kind == ChunkKind::Relative ||
                                  outline_.chunks[chunk + 1].kind == ChunkKind::Comma) &&
                                 outline_.chunks[chunk - 1].kind != ChunkKind::Preposition);
  for (std::size_t i = entities_.first_from(noun.first);
       i < entities_.mentions.size() && entities_.mentions[i].first < noun.last; ++i) {
    const NameMention& name = entities_.mentions[i];
    const bool owner = !quoted && name.last <= noun.head && name.last < noun.last;
    const bool introduced =
        entities_.all[name.entity].name == document_.range(name.first, name.last);
    const double weight = quoted       ? quoted_weight
                          : owner      ? possessive_weight
                          : subject    ? subject_weight
                          : introduced ? introduced_weight
                                       : object_weight;
    note(name.entity, weight, document_.range(name.first, name.last), index);
  }
}

void Resolver::advance(std::uint32_t unit) {
  for (; next_unit_ < unit; ++next_unit_) {
    const Clauses& past = outline_.units[next_unit_];
    for (std::uint32_t i = past.first_chunk; i < past.last_chunk; ++i) {
      const ChunkKind kind = outline_.chunks[i].kind;
      if (kind == ChunkKind::Noun || kind == ChunkKind::Quotation || kind == ChunkKind::Bracket) {
        note_chunk(past, i, next_unit_);
      }
    }
  }
}

void Resolver::spoke(const Resolved& resolved) {
  if (resolved.entity != no_entity) {
    note(resolved.entity, speaker_weight, resolved.mention, next_unit_);
    const auto active = std::ranges::find(active_, resolved.entity, &Active::entity);
    active->spoke = true;
  } else if (resolved.path == Path::Unnamed) {
    unnamed_ = resolved;
    unnamed_unit_ = next_unit_;
  }
}

Resolved Resolver::resolve(const Statement& statement) {
  if (statement.label_end > statement.label) {
    return resolve_phrase({.kind = ChunkKind::Noun,
                           .first = statement.label,
                           .last = statement.label_end,
                           .head = statement.label_end - 1},
                          statement);
  }
  if (!statement.subject.found()) {
    return {};
  }
  excluded_.clear();
  if (statement.quotation >= 0) {
    const Quotation& quotation =
        document_.quotations[static_cast<std::size_t>(statement.quotation)];
    for (std::size_t i = entities_.first_from(quotation.open);
         i < entities_.mentions.size() && entities_.mentions[i].first < quotation.close &&
         excluded_.size() < most_active;
         ++i) {
      excluded_.push_back(entities_.mentions[i].entity);
    }
  }
  const Chunk& noun = outline_.chunks[statement.subject.chunk];
  if (statement.subject.path == SubjectPath::Owner) {
    return resolve_phrase(owner_of(noun), statement);
  }
  Resolved first = is_voice(noun) ? resolve_owner(noun, statement) : Resolved{};
  if (first.path == Path::Nobody) {
    first = resolve_phrase(noun, statement);
  }
  if (statement.subject.joined != no_chunk) {
    const Resolved second = resolve_phrase(outline_.chunks[statement.subject.joined], statement);
    for (const Speaker& speaker : second.speakers) {
      if (std::ranges::find(first.speakers, speaker) == first.speakers.end()) {
        first.speakers.push_back(speaker);
      }
    }
    first.mention.end = std::max(first.mention.end, second.mention.end);
  }
  return first;
}

// "Wong's statement", "Wong's chilling warning": somebody's words, who speaks through them.
bool Resolver::is_voice(const Chunk& noun) const {
  const Token& head = document_.tokens[noun.head];
  if (head.starts_capital()) {
    return false;
  }
  return lexicon_.has(head, trait_document_noun) ||
         std::ranges::any_of(lexicon_.cues_of(head.word), [this](std::uint32_t row) {
           return schema_.cues()[row].language == "en" && schema_.cues()[row].kind == "noun";
         });
}

// The owner's speaker, with the whole phrase as the mention.
Resolved Resolver::resolve_owner(const Chunk& noun, const Statement& statement) {
  const bool owned =
      lexicon_.has(document_.tokens[noun.first], trait_possessive) ||
      std::any_of(document_.tokens.begin() + noun.first, document_.tokens.begin() + noun.head,
                  [](const Token& token) { return token.kind == TokenKind::Possessive; });
  if (!owned || noun.pronoun) {
    return {};
  }
  Resolved found = resolve_phrase(owner_of(noun), statement);
  if (found.entity == no_entity) {
    return {};
  }
  found.antecedent = found.mention;
  found.mention = document_.range(noun.first, noun.last);
  return found;
}

// "Wong's" of "Wong's claim", "his" of "his promise".
Chunk Resolver::owner_of(const Chunk& noun) const {
  Chunk owner = noun;
  for (TokenIndex at = noun.first + 1; at < noun.head; ++at) {
    if (document_.tokens[at].kind == TokenKind::Possessive) {
      owner.last = at + 1;
      owner.head = at - 1;
    }
  }
  if (owner.last == noun.last) {
    owner.last = noun.first + 1;
    owner.head = noun.first;
    owner.pronoun = true;
  }
  return owner;
}

const NameMention* Resolver::name_of(const Chunk& noun) const {
  const NameMention* name = entities_.last_in(noun.first, noun.last);
  return name != nullptr && name->last > noun.head ? name : nullptr;
}

Resolved Resolver::resolve_phrase(const Chunk& noun, const Statement& statement) {
  if (noun.pronoun) {
    return by_pronoun(noun, statement);
  }
  if (const NameMention* name = name_of(noun); name != nullptr) {
    return by_name(noun, *name);
  }
  return by_noun(noun, statement);
}

Resolved Resolver::by_name(const Chunk& noun, const NameMention& name) const {
  const NamedEntity& entity = entities_.all[name.entity];
  const bool person = entity.kind == EntityClass::Person || entity.kind == EntityClass::Other;
  const bool full = name.last - name.first > 1 || entity.full_mentions == 0;
  Resolved resolved = of_entity(name.entity, person ? MentionKind::Name : MentionKind::Body,
                                full || !person ? Path::Direct : Path::ShortName,
                                document_.range(noun.first, noun.last));
  if (resolved.mention.end > document_.tokens[noun.head].range.end) {
    resolved.mention = document_.range(noun.first, noun.head + 1);
  }
  return resolved;
}

Resolved Resolver::of_entity(std::uint32_t entity, MentionKind kind, Path path,
                             TextRange mention) const {
  Resolved resolved;
  resolved.speakers.push_back(speaker_of(entity));
  resolved.mention_kind = kind;
  resolved.path = path;
  resolved.mention = mention;
  resolved.entity = entity;
  return resolved;
}

bool Resolver::fits_pronoun(const NamedEntity& entity, Traits pronoun) const {
  const bool person = entity.kind == EntityClass::Person;
  if ((pronoun & trait_he) != 0) {
    return person && entity.gender != Gender::Female;
  }
  if ((pronoun & trait_she) != 0) {
    return person && entity.gender != Gender::Male;
  }
  return !person && entity.kind != EntityClass::Other;
}

const Resolver::Active* Resolver::best_active(Traits pronoun, const Statement& statement,
                                              double& margin) const {
  const Active* best = nullptr;
  double best_weight = 0, next_weight = 0;
  for (const Active& active : active_) {
    const NamedEntity& entity = entities_.all[active.entity];
    const bool person = active.spoke && entity.kind == EntityClass::Other;
    if (!fits_pronoun(entity, pronoun) && !(person && (pronoun & trait_it) == 0)) {
      continue;
    }
    double weight = weight_now(active);
    const bool known = entity.likely_person || entity.row >= 0;
    const bool gendered = entity.gender != Gender::Unknown;
    weight *= (known ? 1.0 : 0.4) * (gendered || !known ? 1.0 : 0.8);
    if (statement.quotation >= 0 &&
        std::ranges::find(excluded_, active.entity) != excluded_.end()) {
      weight *= 0.15;
    }
    if (weight > best_weight) {
      next_weight = best_weight;
      best_weight = weight;
      best = &active;
    } else {
      next_weight = std::max(next_weight, weight);
    }
  }
  margin = best_weight > 0 ? (best_weight - next_weight) / best_weight : 0;
  return best_weight >= least_weight ? best : nullptr;
}

// Mentions of the sentence at hand, up to the pronoun.
void Resolver::note_before(const Chunk& noun, const Clauses& unit) {
  const auto first = outline_.chunks.begin() + unit.first_chunk;
  const auto behind =
      std::lower_bound(first, outline_.chunks.begin() + unit.last_chunk, noun.first,
                       [](const Chunk& chunk, TokenIndex token) { return chunk.first < token; });
  auto chunk = behind - first > farthest_before ? behind - farthest_before : first;
  for (; chunk != behind; ++chunk) {
    if (chunk->kind == ChunkKind::Noun) {
      note_chunk(unit, static_cast<std::uint32_t>(chunk - outline_.chunks.begin()), next_unit_);
    }
  }
}

Resolved Resolver::by_pronoun(const Chunk& noun, const Statement& statement) {
  Resolved resolved;
  resolved.mention_kind = MentionKind::Pronoun;
  resolved.mention = document_.range(noun.first, noun.last);
  const Traits traits = lexicon_.traits(document_.tokens[noun.head].word);
  if ((traits & trait_they) != 0) {
    return several_again(std::move(resolved));
  }
  if ((traits & (trait_he | trait_she | trait_it)) == 0) {
    return resolved;
  }
  // The sentence is noted for good when advance() passes it.
  const std::vector<Active> earlier = active_;
  note_before(noun, outline_.units[statement.subject_unit]);
  resolved = antecedent_of(traits & pronoun_traits, statement, std::move(resolved));
  active_ = earlier;
  return resolved;
}

// "They said", after "two officials said".
Resolved Resolver::several_again(Resolved pronoun) const {
  if (unnamed_.path != Path::Unnamed || next_unit_ > unnamed_unit_ + farthest_several ||
      !unnamed_.head.in(document_.text).ends_with('s')) {
    return pronoun;
  }
  Resolved found = unnamed_;
  found.mention_kind = MentionKind::Pronoun;
  found.path = Path::Descriptor;
  found.antecedent = unnamed_.mention;
  found.mention = pronoun.mention;
  return found;
}

Resolved Resolver::antecedent_of(Traits pronoun, const Statement& statement,
                                 Resolved resolved) const {
  double margin = 0;
  const Active* best = best_active(pronoun, statement, margin);
  const double unnamed_weight =
      unnamed_fits(pronoun) ? (subject_weight + speaker_weight) *
                                  std::pow(decay, static_cast<double>(next_unit_ - unnamed_unit_))
                            : 0;
  if (best != nullptr && weight_now(*best) >= unnamed_weight) {
    Resolved found =
        of_entity(best->entity, MentionKind::Pronoun, Path::Salience, resolved.mention);
    found.antecedent = best->last;
    found.margin = margin;
    return found;
  }
  if (unnamed_weight < least_unnamed) {
    return resolved;
  }
  Resolved found = unnamed_;
  found.mention_kind = MentionKind::Pronoun;
  found.antecedent = unnamed_.mention;
  found.mention = resolved.mention;
  return found;
}

// "My father often said ... He also told": somebody without a name who spoke a moment ago.
bool Resolver::unnamed_fits(Traits pronoun) const {
  if (unnamed_.path != Path::Unnamed) {
    return false;
  }
  const auto head = std::ranges::lower_bound(document_.tokens, unnamed_.head.begin, {},
                                             [](const Token& t) { return t.range.begin; });
  const Traits noun = lexicon_.traits(head->word);
  const bool thing = (noun & (trait_body_noun | trait_document_noun)) != 0;
  if ((pronoun & trait_it) != 0) {
    return thing;
  }
  const bool person = (noun & (trait_person_noun | trait_title)) != 0;
  const Traits other = (pronoun & trait_he) != 0 ? trait_female_noun : trait_male_noun;
  return person && !thing && (noun & other) == 0 && !head->range.in(document_.text).ends_with('s');
}

std::string Resolver::country_before(TokenIndex first, TokenIndex last) const {
  auto match = std::ranges::lower_bound(document_.matches, first, {}, &Match::first);
  for (; match != document_.matches.end() && match->first < last; ++match) {
    for (const Sense& sense : match->senses) {
      if (sense.kind == SenseKind::Demonym || sense.kind == SenseKind::Country ||
          sense.kind == SenseKind::Metonym) {
        return schema_.countries()[sense.row].id;
      }
    }
  }
  return {};
}

TokenIndex Resolver::token_at(std::uint32_t offset) const {
  const auto found = std::ranges::lower_bound(document_.tokens, offset, {},
                                              [](const Token& t) { return t.range.begin; });
  return static_cast<TokenIndex>(found - document_.tokens.begin());
}

// "French Foreign Minister Ann Wong", "Foreign Minister Ann Wong of France"
std::string Resolver::country_of_title(const NamedEntity& entity) const {
  const OfficeMention office = office_of(entity);
  if (!office.country.empty()) {
    return std::string(office.country);
  }
  const std::string inside =
      country_before(token_at(entity.title.begin), token_at(entity.title.end));
  const TokenIndex behind = token_at(entity.name.end);
  const bool of = inside.empty() && entity.title.end < entity.name.begin &&
                  behind + 1 < document_.tokens.size() && document_.word(behind) == "of";
  return of ? country_before(behind + 1, behind + 3) : inside;
}

std::string Resolver::role_in(TextRange title) const {
  auto match = std::ranges::lower_bound(document_.matches, title.begin, {}, [this](const Match& m) {
    return document_.tokens[m.first].range.begin;
  });
  std::string role;
  for (; match != document_.matches.end() && document_.tokens[match->first].range.begin < title.end;
       ++match) {
    for (const Sense& sense : match->senses) {
      if (sense.kind == SenseKind::Title && schema_.titles()[sense.row].kind != "honorific") {
        role = schema_.titles()[sense.row].id;
      }
    }
  }
  return role;
}

Speaker Resolver::speaker_of(std::uint32_t index) const {
  const NamedEntity& entity = entities_.all[index];
  Speaker speaker;
  speaker.name = std::string(entity.name.in(document_.text));
  if (entity.kind == EntityClass::Country && entity.row >= 0) {
    const Country& country = schema_.countries()[static_cast<std::size_t>(entity.row)];
    return {{country.id}, country.name, "", country.id};
  }
  if (entity.kind == EntityClass::Body && entity.row >= 0) {
    const Body& body = schema_.bodies()[static_cast<std::size_t>(entity.row)];
    return {{body.id}, body.name, "", body.country.empty() ? body.id : body.country};
  }
  speaker.id = {slug(speaker.name)};
  speaker.role = role_in(entity.title);
  speaker.country = entity.title.empty() ? "" : country_of_title(entity);
  if (entity.kind == EntityClass::Person && entity.row >= 0) {
    const Person& person = schema_.people()[static_cast<std::size_t>(entity.row)];
    speaker.id = {person.id};
    speaker.name = person.name;
    speaker.country = person.country;
    if (article_ != nullptr && article_->published) {
      const Office* office = Schema::office_on(person, *article_->published);
      speaker.role = office != nullptr ? office->role : speaker.role;
    }
  }
  return speaker;
}

}  // namespace verbale::attribution
