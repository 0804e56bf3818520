#include "attribution/posts.h"

#include <algorithm>
#include <string>

#include "attribution/confidence.h"
#include "attribution/statements.h"
#include "verbale/text/slug.h"

namespace verbale::attribution {

namespace {

constexpr TokenIndex longest_name = 8;

struct Signature {
  TokenIndex dash = 0;
  TokenIndex open = 0;    // The bracket before the handle.
  TokenIndex handle = 0;  // "@ode"
};

bool is_handle(const Document& document, TokenIndex at) {
  return document.tokens[at].is_word() && document.word(at).starts_with('@');
}

// The last "— Name (@handle)" of a paragraph; its dash is the paragraph's first token where there
// is none.
Signature find_signature(const Document& document, const Paragraph& paragraph) {
  Signature signature{paragraph.first_token, 0, 0};
  for (TokenIndex at = paragraph.last_token; at-- > paragraph.first_token + 3;) {
    if (!is_handle(document, at) || document.tokens[at - 1].kind != TokenKind::Open) {
      continue;
    }
    for (TokenIndex dash = at - 2; dash > paragraph.first_token && dash + longest_name > at;
         --dash) {
      if (document.tokens[dash].kind == TokenKind::Dash) {
        return {dash, at - 1, at};
      }
    }
    break;
  }
  return signature;
}

// The country whose name is a part of the handle: "MFA_China".
std::string country_of(std::string_view handle, const Schema& schema) {
  for (std::size_t begin = 1; begin < handle.size();) {
    const std::size_t end = std::min(handle.find('_', begin), handle.size());
    for (const Entity& entity : schema.entities_named(handle.substr(begin, end - begin))) {
      if (entity.kind == EntityKind::Country) {
        return entity.id;
      }
    }
    begin = end + 1;
  }
  return {};
}

Speaker account(std::string_view name, std::string_view handle, const Schema& schema) {
  const std::vector<Entity> known = schema.entities_named(name);
  if (known.size() == 1 && known.front().kind == EntityKind::Person) {
    const Person& person = *schema.person(known.front().id);
    return {{person.id}, person.name, "", person.country};
  }
  if (known.size() == 1 && known.front().kind == EntityKind::Body) {
    const Body& body = *schema.body(known.front().id);
    return {{body.id}, body.name, "", body.country.empty() ? body.id : body.country};
  }
  return {{slug(handle.substr(1))},
          std::string(name) + " (" + std::string(handle) + ")",
          "",
          country_of(handle, schema)};
}

}  // namespace

std::vector<Attribution> find_posts(const Document& document, const Schema& schema) {
  std::vector<Attribution> posts;
  for (const Paragraph& paragraph : document.paragraphs) {
    if (paragraph.last_token < paragraph.first_token + 5) {
      continue;
    }
    const Signature signature = find_signature(document, paragraph);
    if (signature.dash == paragraph.first_token || signature.open <= signature.dash + 1) {
      continue;
    }
    Attribution post;
    post.kind = StatementKind::Speech;
    post.range = document.range(paragraph.first_token, signature.dash);
    post.mention = document.range(signature.dash + 1, signature.handle + 1);
    post.cue = document.tokens[signature.dash].range;
    post.rule = to_string(Rule::Post);
    post.confidence = of_rule(Rule::Post);
    const TextRange name = document.range(signature.dash + 1, signature.open);
    post.speakers.push_back(
        account(name.in(document.text), document.word(signature.handle), schema));
    posts.push_back(std::move(post));
  }
  return posts;
}

}  // namespace verbale::attribution
