#pragma once

#include <stdexcept>
#include <string>

namespace verbale {

// What is wrong with an input: a query, a record, a row of a table, a date. Being wrong is normal
// for an input, so errors travel in Result<T> and the caller's next line deals with them.
struct Error {
  std::string message;  // For a person: what is wrong, and what to do next.
  std::string where;    // "articles.jsonl:41", "people.tsv:12"; empty when there is no place.

  bool operator==(const Error&) const = default;
};

// "articles.jsonl:41: the text is missing"
std::string to_string(const Error& error);

// What is wrong with the machine or with the index; decides the exit code.
enum class IndexFault {
  Missing,       // No current generation.
  Damaged,       // A file or a shard cannot be read as what it says it is.
  Incompatible,  // Another format, analyzer or field table.
  Locked,        // Another process writes.
  Unreachable,   // A remote shard does not answer.
  Storage,       // Disk full, permission, input/output error.
};

// Thrown where the machine or the index is wrong and nobody between there and the outermost loop
// can do anything about it. The message says what, where and what to do next.
class IndexError : public std::runtime_error {
 public:
  IndexError(IndexFault fault, const std::string& message)
      : std::runtime_error(message), fault_(fault) {}

  IndexFault fault() const { return fault_; }

 private:
  IndexFault fault_;
};

}  // namespace verbale
