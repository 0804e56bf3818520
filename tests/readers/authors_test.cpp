#include "readers/authors.h"

#include <gtest/gtest.h>

namespace verbale::readers {
namespace {

struct AuthorsCase {
  const char* written;
  std::vector<std::string> names;
};

TEST(Authors, AreTheNamesInWhatSourcesWrite) {
  const AuthorsCase cases[] = {
      {"Ana Ruiz", {"Ana Ruiz"}},
      {"  By  Ana\nRuiz ", {"Ana Ruiz"}},
      {"By Ana Ruiz and Ben Lum", {"Ana Ruiz", "Ben Lum"}},
      {"Ana Ruiz; Ben Lum | Cleo Maris", {"Ana Ruiz", "Ben Lum", "Cleo Maris"}},
      {"Ana Ruiz, Ben Lum and Cleo Maris", {"Ana Ruiz", "Ben Lum", "Cleo Maris"}},
      {"Ana Ruiz, Ana Ruiz", {"Ana Ruiz"}},
      {"Ruiz, Ana", {"Ruiz, Ana"}},
      {"Ana Ruiz, Diplomatic Editor", {"Ana Ruiz, Diplomatic Editor"}},
      {"ana@h.example (Ana Ruiz)", {"Ana Ruiz"}},
      {"Ana Ruiz <ana@h.example>", {"Ana Ruiz"}},
      {"ana@h.example", {}},
      {"https://social.example/ana", {}},
      {"Byron Lum", {"Byron Lum"}},
      {"Анна Руис", {"Анна Руис"}},
      {" , ;", {","}},
      {"", {}},
  };
  for (const AuthorsCase& c : cases) {
    std::vector<std::string> names;
    add_authors(c.written, names);
    EXPECT_EQ(names, c.names) << c.written;
  }
}

TEST(Authors, OfHostileLengthAreFew) {
  std::vector<std::string> names;
  for (int i = 0; i < 1000; ++i) {
    add_authors("Name " + std::to_string(i) + ";" + std::string(5000, 'x'), names);
  }

  EXPECT_EQ(names.size(), 50u);
}

}  // namespace
}  // namespace verbale::readers
