#include "attribution/entities.h"

#include <algorithm>
#include <span>

#include "attribution/known_names.h"
#include "attribution/word_classes.h"
#include "attribution/word_key.h"

namespace verbale::attribution {

namespace {

constexpr Traits no_name = trait_weekday | trait_month;
constexpr TokenIndex farthest_title = 6;

Gender gender_of(Traits traits) {
  const bool male = (traits & (trait_male_name | trait_male_noun)) != 0;
  const bool female = (traits & (trait_female_name | trait_female_noun)) != 0;
  return male == female ? Gender::Unknown : male ? Gender::Male : Gender::Female;
}

class EntityFinder {
 public:
  EntityFinder(const Document& document, const Lexicon& lexicon, const Schema& schema)
      : document_(document), tokens_(document.tokens), lexicon_(lexicon), schema_(schema) {}

  Entities run() {
    std::size_t match = 0;
    for (const Sentence& sentence : document_.sentences) {
      headline_ = is_headline(sentence);
      sentence_first_ = sentence.first_token;
      for (TokenIndex at = sentence.first_token; at < sentence.last_token;) {
        while (match < document_.matches.size() && document_.matches[match].first < at) {
          ++match;
        }
        const bool table = match < document_.matches.size() && document_.matches[match].first == at;
        const TokenIndex next = table ? read_match(document_.matches[match], sentence) : at;
        at = next > at ? next : read_shape(at, shape_end(at, match, sentence.last_token));
      }
    }
    resolve_short_names();
    return std::move(entities_);
  }

 private:
  bool has(TokenIndex at, Traits any_of) const { return lexicon_.has(tokens_[at], any_of); }

  // A name by its letters ends where a person of the tables starts: "Foreign Minister Wang Yi".
  TokenIndex shape_end(TokenIndex at, std::size_t match, TokenIndex end) const {
    constexpr std::size_t farthest = 3;
    for (std::size_t i = match; i < document_.matches.size() && i < match + farthest; ++i) {
      const Match& next = document_.matches[i];
      if (next.first > at && next.senses.front().kind == SenseKind::Person) {
        return std::min(end, next.first);
      }
    }
    return end;
  }

  // "Trump Says He Will Win": capitals say nothing about names there.
  bool is_headline(const Sentence& sentence) const {
    std::uint32_t words = 0, capitals = 0;
    for (TokenIndex at = sentence.first_token; at < sentence.last_token; ++at) {
      words += tokens_[at].is_word() ? 1 : 0;
      capitals += tokens_[at].starts_capital() ? 1 : 0;
    }
    return words >= 5 && capitals * 3 > words * 2;
  }

  TokenIndex read_match(const Match& match, const Sentence& sentence) {
    if (match.last > sentence.last_token) {
      return match.first;
    }
    const Sense& sense = match.senses.front();
    switch (sense.kind) {
      case SenseKind::Person: {
        const auto row = static_cast<std::int32_t>(sense.row);
        add_person_row(match, row, match.last - match.first > 1);
        return match.last;
      }
      case SenseKind::Body:
      case SenseKind::Country:
      case SenseKind::Metonym:
      case SenseKind::Capital:
        return read_place(match, sense, sentence.last_token);
      case SenseKind::Title:  // "State" of "Secretary of State Ann Ode" names nobody.
        return match.last - match.first > 2 ? match.last : match.first;
      default:
        return match.first;
    }
  }

  // A name of the tables may be the start of another one: "Chad Ode", "Paris Hill".
  TokenIndex read_place(const Match& match, const Sense& sense, TokenIndex end) {
    const bool one_word = match.last - match.first == 1;
    const bool name_follows = match.last < end && tokens_[match.last].is_word() &&
                              tokens_[match.last].starts_capital() &&
                              has(match.first, trait_given_name);
    if (one_word && name_follows) {
      return match.first;
    }
    const EntityClass kind =
        sense.kind == SenseKind::Body ? EntityClass::Body : EntityClass::Country;
    const auto row = static_cast<std::int32_t>(sense.row);
    add_mention(match.first, match.last, entity_of_row(kind, row, match));
    return match.last;
  }

  std::uint32_t entity_of_row(EntityClass kind, std::int32_t row, const Match& match) {
    const std::uint64_t key =
        (static_cast<std::uint64_t>(kind) + 1) << 32 | static_cast<unsigned>(row);
    const auto [place, added] = by_row_.try_emplace(key, entities_.all.size());
    if (added) {
      NamedEntity entity;
      entity.kind = kind;
      entity.row = row;
      entity.name = document_.range(match.first, match.last);
      entities_.all.push_back(entity);
    }
    return place->second;
  }

  void add_person_row(const Match& match, std::int32_t row, bool full) {
    const std::uint32_t index = entity_of_row(EntityClass::Person, row, match);
    NamedEntity& entity = entities_.all[index];
    if (entity.surname == 0) {
      const Person& person = schema_.people()[static_cast<std::size_t>(row)];
      entity.gender = person.gender;
      entity.likely_person = true;
      entity.surname = name_hash(document_.word(surname_token(match.first, match.last)));
      entity.given = full ? name_hash(document_.word(match.first)) : 0;
      names_.add(entities_.all[index], index);
      for (const std::string& surname : person.surnames) {
        names_.add(name_hash(surname), index);
      }
    }
    entity.full_mentions += full ? 1 : 0;
    add_mention(match.first, match.last, index);
  }

  void add_mention(TokenIndex first, TokenIndex last, std::uint32_t entity) {
    NameMention mention{first, last, first, entity, Gender::Unknown, tokens_[first].quotation != 0};
    read_title(mention);
    if (entity != no_entity) {
      NamedEntity& named = entities_.all[entity];
      ++named.mentions;
      learn_title(named, mention);
    }
    entities_.mentions.push_back(mention);
  }

  void learn_title(NamedEntity& named, const NameMention& mention) {
    if (mention.titled < mention.first) {
      if (named.title.empty()) {
        named.title = document_.range(mention.titled, mention.first);
      }
      named.likely_person = named.likely_person || named.kind == EntityClass::Person;
    }
    if (named.title.empty() && named.kind == EntityClass::Person) {
      named.title = title_aside(mention);
    }
    if (named.gender == Gender::Unknown) {
      named.gender = mention.honorific;
    }
  }

  // A title set off by a comma, behind the name or before it: "Ann Wong, the foreign minister,",
  // "Velmark's foreign minister, Ann Wong,".
  TextRange title_aside(const NameMention& mention) const {
    const auto is_comma = [this](TokenIndex at) {
      return at < tokens_.size() && tokens_[at].kind == TokenKind::Comma;
    };
    if (!is_comma(mention.last)) {
      return {};
    }
    for (auto match =
             std::ranges::lower_bound(document_.matches, mention.last + 1, {}, &Match::first);
         match != document_.matches.end() && match->first < mention.last + farthest_title;
         ++match) {
      if (names_office(*match)) {
        return describes(mention.last + 1, match->first)
                   ? document_.range(mention.last + 1, match->last)
                   : TextRange{};
      }
    }
    if (mention.first > sentence_first_ + 1 && is_comma(mention.first - 1)) {
      const auto behind =
          std::ranges::lower_bound(document_.matches, mention.first - 1, {}, &Match::first);
      if (behind != document_.matches.begin() && (behind - 1)->last == mention.first - 1 &&
          names_office(*(behind - 1))) {
        return document_.range((behind - 1)->first, (behind - 1)->last);
      }
    }
    return {};
  }

  bool names_office(const Match& match) const {
    return std::ranges::any_of(match.senses, [this](const Sense& sense) {
      return sense.kind == SenseKind::Title && schema_.titles()[sense.row].kind == "office";
    });
  }

  // "the French", "Velmark's", but not "a former" or "who met the".
  bool describes(TokenIndex first, TokenIndex title) const {
    for (TokenIndex at = first; at < title; ++at) {
      const std::string_view word = document_.word(at);
      const bool determiner = at == first && word == "the";
      const bool name = tokens_[at].kind == TokenKind::Possessive || tokens_[at].starts_capital();
      if (tokens_[at].quotation != tokens_[first].quotation || (!determiner && !name)) {
        return false;
      }
    }
    return tokens_[title].quotation == tokens_[first].quotation;
  }

  // Titles and honorifics directly before the name: "Chinese Foreign Minister Wang Yi".
  void read_title(NameMention& mention) const {
    TokenIndex at = mention.first;
    while (at > sentence_first_ && tokens_[at - 1].is_word() &&
           tokens_[at - 1].quotation == tokens_[mention.first].quotation &&
           mention.first - at < 8 && in_title(at - 1, at == mention.first)) {
      --at;
      if (mention.honorific == Gender::Unknown && has(at, trait_male_noun | trait_female_noun)) {
        mention.honorific = gender_of(lexicon_.traits(tokens_[at].word));
      }
    }
    mention.titled = at;
  }

  bool in_title(TokenIndex at, bool nearest) const {
    if (has(at, trait_honorific | trait_title | trait_person_noun)) {
      return !has(at, trait_preposition | trait_coordinator);
    }
    return !nearest && tokens_[at].starts_capital() && has(at, trait_starts_phrase) &&
           !has(at, trait_determiner | trait_preposition | trait_given_name);
  }

  bool name_word(TokenIndex at) const {
    const Token& token = tokens_[at];
    return token.is_word() && token.letters != LetterCase::Lower &&
           token.letters != LetterCase::None && !has(at, no_name);
  }

  TokenIndex read_shape(TokenIndex at, TokenIndex end) {
    if (!name_word(at)) {
      return at + 1;
    }
    const bool function = is_function_word(document_, lexicon_, at) ||
                          has(at, trait_determiner | trait_possessive) ||
                          is_adverb(document_, lexicon_, at);
    if (function && !(has(at, trait_given_name) && at > sentence_first_)) {
      return at + 1;
    }
    TokenIndex last = at + 1;
    while (last < end && continues_name(last, end)) {
      ++last;
    }
    while (last > at + 1 && !name_word(last - 1)) {
      --last;
    }
    add_run(at, last);
    return last;
  }

  bool continues_name(TokenIndex at, TokenIndex end) const {
    if (tokens_[at].quotation != tokens_[at - 1].quotation || !tokens_[at].is_word()) {
      return false;
    }
    if (name_word(at)) {
      return !is_function_word(document_, lexicon_, at) || has(at, trait_given_name) ||
             has(at, trait_name_particle);
    }
    return has(at, trait_name_particle) && at + 1 < end && name_word(at + 1);
  }

  TokenIndex surname_token(TokenIndex first, TokenIndex last) const {
    while (last > first + 1 && has(last - 1, trait_name_suffix)) {
      --last;
    }
    return last - 1;
  }

  // Cuts titles, parties and places off the front: "Republican Sen. Ann Ode" names Ann Ode.
  TokenIndex name_start(TokenIndex first, TokenIndex last) const {
    TokenIndex start = first;
    for (TokenIndex at = first; at + 1 < last; ++at) {
      if (has(at, trait_honorific | trait_title | trait_person_noun) &&
          !has(at, trait_given_name)) {
        start = at + 1;
      }
    }
    if (last - start < 3) {
      return start;
    }
    for (TokenIndex at = start; at + 1 < last; ++at) {
      if (has(at, trait_given_name)) {
        return at;
      }
    }
    return start;
  }

  void add_run(TokenIndex first, TokenIndex last) {
    const bool initial_word = first == sentence_first_ && last == first + 1;
    const bool capitals = last == first + 1 && tokens_[first].letters == LetterCase::Upper;
    if (capitals && names_.contains(name_hash(document_.word(first)))) {
      short_names_.push_back(entities_.mentions.size());
      add_mention(first, last, no_entity);
      return;  // "WALLACE:" of a transcript
    }
    if (has(last - 1, trait_body_noun | trait_document_noun) || capitals) {
      if (!headline_ && !initial_word) {
        add_mention(first, last, entity_of_body(first, last));
      }
      return;
    }
    if (has(last - 1, trait_title | trait_person_noun | trait_honorific) &&
        !has(last - 1, trait_given_name | trait_name_suffix)) {
      return;  // "Secretary of State", "Democrats"
    }
    const TokenIndex start = name_start(first, last);
    const bool titled = start > first;
    if (last - start >= 2 && last - start <= 5) {
      add_full_name(start, last, titled);
    } else if (last - start == 1) {
      short_names_.push_back(entities_.mentions.size());
      add_mention(start, last, no_entity);
    }
  }

  std::uint32_t entity_of_body(TokenIndex first, TokenIndex last) {
    const std::uint64_t key = name_hash(document_.range(first, last).in(document_.text));
    const auto [place, added] = by_name_.try_emplace(key, entities_.all.size());
    if (added) {
      NamedEntity entity;
      entity.kind = EntityClass::Body;
      entity.name = document_.range(first, last);
      entities_.all.push_back(entity);
      if (last - first > 1 && ends_company(document_.word(last - 1))) {
        names_.add(name_hash(document_.word(first)), place->second);  // "Butler" of Butler Mills Co
      }
    }
    return place->second;
  }

  void add_full_name(TokenIndex first, TokenIndex last, bool titled) {
    const bool given = has(first, trait_given_name);
    const bool initials = tokens_[first].range.size() <= 3 && document_.word(first).ends_with('.');
    if (headline_ && !given) {
      return;
    }
    const TokenIndex surname = surname_token(first, last);
    const std::uint64_t given_hash = name_hash(document_.word(first));
    const std::uint64_t surname_hash = name_hash(document_.word(surname));
    std::uint32_t index = names_.person(entities_.all, given_hash, surname_hash);
    if (index == no_entity) {
      index = static_cast<std::uint32_t>(entities_.all.size());
      NamedEntity entity;
      const bool thing =
          !titled && (has(last - 1, trait_thing_noun) || (has(first, trait_place_word) && !given));
      entity.kind = thing ? EntityClass::Other : EntityClass::Person;
      entity.name = document_.range(first, last);
      entity.given = given_hash;
      entity.surname = surname_hash;
      entity.gender = given ? gender_of(lexicon_.traits(tokens_[first].word)) : Gender::Unknown;
      entities_.all.push_back(entity);
      names_.add(entities_.all[index], index);
    }
    NamedEntity& entity = entities_.all[index];
    entity.likely_person = entity.likely_person || given || titled || initials;
    ++entity.full_mentions;
    add_mention(first, last, index);
  }

  // Names of one word, once all full names of the article are known. Walks the text again so that
  // of two people of one surname the one named in full last is meant.
  void resolve_short_names() {
    std::unordered_map<std::uint64_t, std::uint32_t> latest;
    std::size_t next_short = 0;
    for (std::size_t i = 0; i < entities_.mentions.size(); ++i) {
      NameMention& mention = entities_.mentions[i];
      const bool is_short = next_short < short_names_.size() && short_names_[next_short] == i;
      if (!is_short) {
        if (mention.entity != no_entity && mention.last - mention.first > 1 &&
            !mention.in_quotation) {
          latest[entities_.all[mention.entity].surname] = mention.entity;
        }
        continue;
      }
      ++next_short;
      mention.entity = resolve_short(mention, latest);
      if (mention.entity != no_entity) {
        NamedEntity& entity = entities_.all[mention.entity];
        ++entity.mentions;
        learn_title(entity, mention);
      }
    }
    std::erase_if(entities_.mentions,
                  [](const NameMention& mention) { return mention.entity == no_entity; });
  }

  std::uint32_t resolve_short(const NameMention& mention,
                              const std::unordered_map<std::uint64_t, std::uint32_t>& latest) {
    const std::uint64_t hash = name_hash(document_.word(mention.first));
    const auto recent = latest.find(hash);
    const std::uint32_t best = names_.bearer(
        entities_.all,
        {hash, mention.honorific, recent == latest.end() ? no_entity : recent->second});
    return best != no_entity ? best : new_short_name(mention, hash);
  }

  // A single name that no full name explains: a surname of the tables, or one by its title.
  std::uint32_t new_short_name(const NameMention& mention, std::uint64_t hash) {
    const bool titled = mention.titled < mention.first;
    const Match match = lexicon_.match_at(std::span(tokens_.data(), mention.last), mention.first);
    const bool given = has(mention.first, trait_given_name);
    NamedEntity entity;
    entity.kind = titled || given ? EntityClass::Person : EntityClass::Other;
    if (given) {
      entity.gender = gender_of(lexicon_.traits(tokens_[mention.first].word));
    }
    for (const Sense& sense : match.senses) {
      if (sense.kind == SenseKind::Surname && match.senses.size() == 1) {
        entity.kind = EntityClass::Person;
        entity.row = static_cast<std::int32_t>(sense.row);
        entity.gender = schema_.people()[sense.row].gender;
      }
    }
    entity.likely_person = entity.kind == EntityClass::Person;
    entity.name = document_.range(mention.first, mention.last);
    entity.surname = hash;
    if (entity.gender == Gender::Unknown) {
      entity.gender = mention.honorific;
    }
    const auto index = static_cast<std::uint32_t>(entities_.all.size());
    entities_.all.push_back(entity);
    names_.add(hash, index);
    return index;
  }

  const Document& document_;
  const std::vector<Token>& tokens_;
  const Lexicon& lexicon_;
  const Schema& schema_;
  Entities entities_;
  std::vector<std::size_t> short_names_;  // Places in entities_.mentions.
  std::unordered_map<std::uint64_t, std::uint32_t> by_row_, by_name_;
  KnownNames names_;
  bool headline_ = false;
  TokenIndex sentence_first_ = 0;
};

}  // namespace

const NameMention* Entities::last_in(TokenIndex first, TokenIndex last) const {
  const std::size_t behind = first_from(last);
  return behind > 0 && mentions[behind - 1].first >= first ? &mentions[behind - 1] : nullptr;
}

std::size_t Entities::first_from(TokenIndex token) const {
  return static_cast<std::size_t>(
      std::ranges::lower_bound(mentions, token, {}, &NameMention::first) - mentions.begin());
}

std::uint64_t name_hash(std::string_view word) {
  const FoldedWord folded = fold_word(word);
  std::uint64_t hash = 14695981039346656037ull;
  for (const char c : folded.view()) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  }
  return hash | 1;
}

Entities find_entities(const Document& document, const Lexicon& lexicon, const Schema& schema) {
  return EntityFinder(document, lexicon, schema).run();
}

}  // namespace verbale::attribution
