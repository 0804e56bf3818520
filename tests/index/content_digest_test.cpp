#include "index/content_digest.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace verbale {
namespace {

std::vector<ContentDigest> some_digests(std::size_t count) {
  std::vector<ContentDigest> digests;
  for (std::size_t i = 0; i < count; ++i) {
    digests.push_back(ContentDigest::sha256(std::to_string(i)));
  }
  return digests;
}

ContentDigest sum(const std::vector<ContentDigest>& digests) {
  ContentDigest total;
  for (const ContentDigest& digest : digests) {
    total += digest;
  }
  return total;
}

Xapian::Document passage() {
  Xapian::Document document;
  document.set_data("text");
  document.add_posting("treaty", 3);
  document.add_term("Ztreati");
  document.add_value(2, "2031");
  return document;
}

TEST(ContentDigest, IsSha256) {
  EXPECT_EQ(ContentDigest::of_bytes(ContentDigest::sha256("abc").bytes()),
            ContentDigest::sha256("abc"));
  // FIPS 180-2's example, its first byte the least significant.
  EXPECT_EQ(ContentDigest::sha256("abc").hex(),
            "ad1500f261ff10b49c7a1796a36103b02322ae5dde404141eacf018fbf1678ba");
}

TEST(ContentDigest, SumDoesNotDependOnOrder) {
  auto digests = some_digests(200);
  const ContentDigest total = sum(digests);

  std::ranges::shuffle(digests, std::mt19937(7));

  EXPECT_EQ(sum(digests), total);
}

TEST(ContentDigest, WhatWasAddedCanBeTakenAway) {
  const auto digests = some_digests(200);
  ContentDigest total = sum(digests);

  for (const ContentDigest& digest : digests) {
    total -= digest;
  }

  EXPECT_EQ(total, ContentDigest());
}

TEST(ContentDigest, CarriesThroughAllWords) {
  ContentDigest most;
  most -= ContentDigest::of_bytes(std::string(1, '\1') + std::string(31, '\0'));

  EXPECT_EQ(most.hex(), std::string(64, 'f'));

  most += ContentDigest::of_bytes(std::string(1, '\1') + std::string(31, '\0'));
  EXPECT_EQ(most, ContentDigest());
}

TEST(ContentDigest, ReadsItsHexDigits) {
  const ContentDigest digest = ContentDigest::sha256("x");

  EXPECT_EQ(ContentDigest::of_hex(digest.hex()), digest);
  EXPECT_FALSE(ContentDigest::of_hex("12"));
  EXPECT_FALSE(ContentDigest::of_hex(std::string(64, 'g')));
}

TEST(PassageDigest, SeesEveryPartOfAPassage) {
  const ContentDigest whole = digest_of(passage());
  auto data = passage(), term = passage(), wdf = passage(), position = passage(), value = passage();
  data.set_data("texts");
  term.add_term("Zother");
  wdf.add_term("Ztreati");
  position.add_posting("treaty", 9, 0);
  value.add_value(3, "2031");

  EXPECT_EQ(digest_of(passage()), whole);
  EXPECT_NE(digest_of(data), whole);
  EXPECT_NE(digest_of(term), whole);
  EXPECT_NE(digest_of(wdf), whole);
  EXPECT_NE(digest_of(position), whole);
  EXPECT_NE(digest_of(value), whole);
}

TEST(PassageDigest, LeavesOutItsOwnSlot) {
  auto stamped = passage();
  stamped.add_value(digest_slot, "anything");

  EXPECT_EQ(digest_of(stamped), digest_of(passage()));
}

// Whatever the windows, without any term list.
TEST(ShardDigest, IsTheSumOfItsPassages) {
  Xapian::WritableDatabase shard("", Xapian::DB_BACKEND_INMEMORY);
  ContentDigest expected;
  for (unsigned i = 0; i < 7; ++i) {
    Xapian::Document document = passage();
    document.add_posting("word" + std::to_string(i % 3), 4 + i, i);
    document.add_value(30, "left out");
    shard.add_document(document);
    if (i != 3) {
      expected += digest_of(document);
    }
  }
  shard.delete_document(4);

  for (const Xapian::docid passages_at_once : {1, 2, 3, 6, 7, 100}) {
    EXPECT_EQ(digest_of(shard, passages_at_once), expected) << passages_at_once;
  }
}

}  // namespace
}  // namespace verbale
