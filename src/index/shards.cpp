#include "index/shards.h"

#include <algorithm>
#include <charconv>
#include <sstream>

#include "index/terms.h"
#include "index/xapian_errors.h"
#include "verbale/base/error.h"

namespace verbale {
namespace {

constexpr unsigned answer_timeout_ms = 10000;
constexpr unsigned connect_timeout_ms = 5000;

// FNV-1a leaves its low bits poorly mixed for ids that differ in the last byte only; this is the
// finaliser of MurmurHash3.
std::uint64_t mixed_hash(const ArticleId& id) {
  std::uint64_t hash = stable_hash(id.value);
  hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdu;
  hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53u;
  return hash ^ (hash >> 33);
}

[[noreturn]] void not_an_address(const std::string& address, const char* form) {
  throw IndexError(IndexFault::Incompatible,
                   "\"" + address + "\" is not the address of a remote shard; write " + form);
}

Xapian::Database open_tcp(const std::string& address) {
  const std::size_t colon = address.rfind(':');
  const std::string_view digits = std::string_view(address).substr(std::min(colon, address.size()));
  unsigned port = 0;
  const auto [end, fault] = std::from_chars(digits.data() + (digits.empty() ? 0 : 1),
                                            digits.data() + digits.size(), port);
  if (digits.size() < 2 || colon == 0 || fault != std::errc{} ||
      end != digits.data() + digits.size() || port > 65535) {
    not_an_address(address, "tcp:HOST:PORT");
  }
  return Xapian::Remote::open(address.substr(0, colon), port, answer_timeout_ms,
                              connect_timeout_ms);
}

Xapian::Database open_program(const std::string& command) {
  if (command.empty()) {
    not_an_address(command, "prog:COMMAND ARGUMENT...");
  }
  const std::size_t space = command.find(' ');
  const std::string arguments = space == std::string::npos ? "" : command.substr(space + 1);
  return Xapian::Remote::open(command.substr(0, space), arguments, answer_timeout_ms);
}

void note_unreached(const IndexError& error, Missing missing, OpenedShards& opened) {
  if (missing == Missing::IsAnError || error.fault() != IndexFault::Unreachable) {
    throw error;
  }
  opened.unreached.emplace_back(error.what());
}

}  // namespace

ShardState& ShardState::operator+=(const ShardState& other) {
  articles += other.articles;
  passages += other.passages;
  digest += other.digest;
  return *this;
}

std::string to_string(const ShardState& state) {
  return std::to_string(state.articles) + " " + std::to_string(state.passages) + " " +
         state.digest.hex();
}

Result<ShardState> parse_shard_state(std::string_view text) {
  std::istringstream words{std::string(text)};
  ShardState state;
  std::string hex;
  if (!(words >> state.articles >> state.passages >> hex)) {
    return Error{"the shard has no counts", ""};
  }
  const auto digest = ContentDigest::of_hex(hex);
  if (!digest) {
    return Error{"the shard's digest is not 64 hex digits", ""};
  }
  state.digest = *digest;
  return state;
}

ShardState state_of(const Xapian::Database& shard, const std::string& place) {
  const auto state = with_xapian(
      place, [&] { return parse_shard_state(shard.get_metadata(metadata_key::state)); });
  if (!state) {
    throw IndexError(IndexFault::Damaged,
                     place + ": " + state.error().message + mend_of(IndexFault::Damaged));
  }
  return *state;
}

std::string name_of(const Generation& generation, const ShardPlace& place) {
  return place.access == ShardAccess::Local ? (generation.folder / place.address).string()
                                            : place.address;
}

// Whatever goes wrong over there, here the shard cannot be reached.
Xapian::Database connect(const ShardPlace& place) {
  try {
    return place.access == ShardAccess::Tcp ? open_tcp(place.address) : open_program(place.address);
  } catch (const Xapian::Error& error) {
    throw IndexError(IndexFault::Unreachable, "remote shard " + place.address + ": " +
                                                  error.get_msg() +
                                                  mend_of(IndexFault::Unreachable));
  }
}

Xapian::Database open_shard(const Generation& generation, const ShardPlace& place) {
  if (place.access == ShardAccess::Local) {
    const std::string name = name_of(generation, place);
    return with_xapian(name, [&] { return Xapian::Database(name, Xapian::DB_BACKEND_GLASS); });
  }
  auto shard = connect(place);
  if (state_of(shard, place.address).digest.hex() != place.digest) {
    throw IndexError(IndexFault::Unreachable,
                     "remote shard " + place.address +
                         " serves another generation than the one published here; publish again "
                         "with `verbale publish`");
  }
  return shard;
}

OpenedShards open_shards(const Generation& generation, Missing missing) {
  OpenedShards opened;
  for (const ShardPlace& place : generation.manifest.shards) {
    try {
      opened.database.add_database(open_shard(generation, place));
    } catch (const IndexError& error) {
      note_unreached(error, missing, opened);
    }
  }
  return opened;
}

std::size_t shard_of(const ArticleId& id, std::size_t count) {
  return static_cast<std::size_t>((mixed_hash(id) & 0xffffffffu) % count);
}

std::size_t builder_of(const ArticleId& id, std::size_t count) {
  return static_cast<std::size_t>((mixed_hash(id) >> 32) % count);
}

}  // namespace verbale
