#pragma once

#include <string>
#include <string_view>

namespace verbale::readers {

// ASCII only, whatever the locale: what formats and their keywords are made of.
constexpr bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lower(std::string_view text);
std::string_view trim(std::string_view text);
bool equal_ignoring_case(std::string_view a, std::string_view b);
bool starts_ignoring_case(std::string_view text, std::string_view prefix);

// Without white space and punctuation, in small letters of ASCII, so that "It’s" is "It's".
std::string comparable(std::string_view text);

// White space runs as one space, trimmed; U+00A0 counts as white space.
std::string one_line(std::string_view text);

}  // namespace verbale::readers
