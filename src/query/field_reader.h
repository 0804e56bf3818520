#pragma once

#include <span>
#include <string>
#include <string_view>

#include "lexer.h"
#include "verbale/base/result.h"
#include "verbale/query/parser.h"
#include "verbale/schema/schema.h"

namespace verbale {

// Reads what stands after a field's colon: words of a text field, dates of a range field, the
// value of any other, `none`.
class FieldReader {
 public:
  FieldReader(std::string_view query, const Schema& schema, const QueryOptions& options)
      : query_(query), schema_(schema), options_(options) {}

  // `value`: a Value or a Phrase. `after`: the tokens that follow it.
  Result<QueryNode, QueryError> read(const Field& field, const Token& value,
                                     std::span<const Token> after) const;

  // Names the nearest field.
  QueryError unknown_field(const Token& name) const;

 private:
  Result<QueryNode, QueryError> read_text(const Field& field, const Token& value) const;
  Result<QueryNode, QueryError> read_date(const Field& field, const Token& value,
                                          std::span<const Token> after) const;
  Result<QueryNode, QueryError> read_exact(const Field& field, const Token& value,
                                           std::span<const Token> after) const;
  Result<QueryNode, QueryError> read_beginning(const Field& field, const Token& value) const;
  TextRange unmarked_name(const Field& field, const Token& value, std::string& name,
                          std::span<const Token> after) const;

  std::string_view query_;
  const Schema& schema_;
  const QueryOptions& options_;
};

}  // namespace verbale
