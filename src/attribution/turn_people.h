#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "attribution/named_speakers.h"
#include "attribution/speech_attributions.h"
#include "attribution/turns.h"

namespace verbale::attribution {

// Who speaks behind labels that name nobody: told by the article's title and what stands before
// the first turn. More than one candidate is none.
class TurnPeople {
 public:
  // Keeps references. `turns` are not empty.
  TurnPeople(const SpeechSources& sources, NamedSpeakers& speakers, const std::vector<Turn>& turns);

  // Who "THE PRESIDENT" is: named with that office in the heading, its holder on the day where the
  // country is known, else the office itself.
  Speaker in_office(const Turn& turn);

  // Who "A:" is: "Interview with Ilse Maravenn", or the only one whom the heading gives an office.
  Speaker interviewee();

 private:
  struct Candidate {
    std::string name;
    std::string role;
  };
  using Candidates = std::vector<Candidate>;

  Candidates with_offices(std::string_view role) const;
  void add_with_offices(const Document& document, TokenIndex end, Candidates& found) const;
  std::string_view office_of(const Match& match) const;
  Candidates interviewed() const;
  void add_interviewed(const Document& document, TokenIndex end, Candidates& found) const;
  std::string interviewed_behind(const Document& document, TokenIndex at, TokenIndex end) const;
  bool is_name_word(const Document& document, TokenIndex at) const;
  std::string name_at(const Document& document, TokenIndex first, TokenIndex end) const;
  std::string name_before(const Document& document, TokenIndex end) const;
  bool has_own_label(const Candidate& candidate) const;
  Speaker only(const Candidates& found);
  Speaker holder(std::string_view role) const;

  const SpeechSources& sources_;
  NamedSpeakers& speakers_;
  const std::vector<Turn>& turns_;
  Document title_;
  TokenIndex heading_end_;
};

}  // namespace verbale::attribution
