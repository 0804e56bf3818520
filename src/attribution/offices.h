#pragma once

#include <string>
#include <string_view>

#include "attribution/document.h"

namespace verbale::attribution {

// An office as a text writes it: "the French foreign minister", "Velmark's foreign minister".
struct OfficeMention {
  std::string_view role;     // Row id of titles.tsv; empty: no office.
  std::string_view country;  // Id of the country or body whose office it is; empty: not said.
  std::string_view place;    // As written, where no table knows it: "Velmark".
  bool former = false;       // "a former minister", "the then minister": nobody's today.

  bool found() const { return !role.empty(); }
};

// Reads the offices that noun phrases name. A value for one document; keeps references.
class Offices {
 public:
  Offices(const Document& document, const Lexicon& lexicon, const Schema& schema)
      : document_(document), lexicon_(lexicon), schema_(schema) {}

  // The last office named in [first, last), with its country before it, or behind it after "of".
  OfficeMention in(TokenIndex first, TokenIndex last) const;

 private:
  struct Place {
    std::string_view country, written;
  };

  std::string_view role_of(const Match& match) const;
  std::string_view place_of(const Match& match) const;
  Place place_before(TokenIndex title) const;
  Place place_behind(TokenIndex behind) const;
  Place place_at(TokenIndex at) const;
  bool is_former(TokenIndex title) const;

  const Document& document_;
  const Lexicon& lexicon_;
  const Schema& schema_;
};

// Whether two mentions can be one office: of one role, and of one country as far as both say.
bool same_office(const OfficeMention& a, const OfficeMention& b);

}  // namespace verbale::attribution
