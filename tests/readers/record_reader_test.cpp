#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zstd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "readers/gzip.h"
#include "verbale/readers/reader.h"

namespace verbale {
namespace {

namespace fs = std::filesystem;

// A folder that is gone after the test.
class RecordReaderTest : public testing::Test {
 protected:
  RecordReaderTest() {
    std::string pattern = (fs::temp_directory_path() / "verbale-readers-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~RecordReaderTest() override { fs::remove_all(folder_); }

  fs::path write(const fs::path& name, const std::string& bytes) {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }

  // One line a record or refusal, the folder's own name left out.
  std::string read(std::vector<fs::path> paths, ReadOptions options = {},
                   const std::string& standard_input = "") {
    std::istringstream input(standard_input);
    RecordReader reader(std::move(paths), std::move(options), input);
    std::vector<Refusal> refusals;
    std::string lines;
    for (auto record = reader.next(refusals); record; record = reader.next(refusals)) {
      lines += record->where + " " + record->bytes.substr(0, 40) + "\n";
    }
    for (const Refusal& refusal : refusals) {
      lines += "refused " + refusal.where + " " + refusal.reason + "\n";
    }
    for (std::size_t at = lines.find(folder_.string()); at != std::string::npos;
         at = lines.find(folder_.string())) {
      lines.erase(at, folder_.string().size() + 1);
    }
    return lines;
  }

  fs::path folder_;
};

ReadOptions one_mebibyte() {
  ReadOptions options;
  options.max_record_bytes = 1u << 20;
  return options;
}

TEST_F(RecordReaderTest, FoldersAreReadInByteOrderOfTheirPaths) {
  write("b.txt", "b");
  write("a/z.txt", "z");
  write("a.txt", "a");
  write("a-b.txt", "a-b");
  write("B.txt", "B");

  EXPECT_EQ(read({folder_}), "B.txt B\na-b.txt a-b\na.txt a\na/z.txt z\nb.txt b\n");
}

TEST_F(RecordReaderTest, LinesAreNamedByNumberAndBlankOnesAreNone) {
  const fs::path file = write("a.jsonl", "\xEF\xBB\xBF{\"id\":1}\r\n\n  \r\n{\"id\":2}");

  EXPECT_EQ(read({file}), "a.jsonl:1 {\"id\":1}\r\na.jsonl:4 {\"id\":2}\n");
}

TEST_F(RecordReaderTest, AListOfObjectsIsCutIntoThem) {
  const fs::path list = write("a.json", "[{\"id\":1,\n\"x\":\"}\\\"\"},\n {\"id\":2}]\n");
  const fs::path pretty = write("b.json", "{\n  \"id\": 3\n}\n{\n  \"id\": 4\n}\n");
  const fs::path broken = write("c.json", "[{\"id\":5},\n nothing,\n{\"id\":6},\n{\"id\":[7}");

  EXPECT_EQ(read({list, pretty}),
            "a.json:1 {\"id\":1,\n\"x\":\"}\\\"\"}\na.json:3 {\"id\":2}\n"
            "b.json:1 {\n  \"id\": 3\n}\nb.json:4 {\n  \"id\": 4\n}\n");
  EXPECT_EQ(read({broken}),
            "c.json:1 {\"id\":5}\nc.json:3 {\"id\":6}\nrefused c.json:1 is no JSON object\n"
            "refused c.json:4 is not complete JSON; is the file cut off?\n");
}

TEST_F(RecordReaderTest, FormatIsDecidedByContentNotByName) {
  const fs::path json = write("a.txt", " {\"id\":1}\n{\"id\":2}\n");
  const fs::path text = write("b.jsonl", "Talks ended.\nNobody spoke.");

  EXPECT_EQ(read({json, text}),
            "a.txt:1  {\"id\":1}\na.txt:2 {\"id\":2}\nb.jsonl Talks ended.\nNobody spoke.\n");
}

TEST_F(RecordReaderTest, ALineBeyondTheLimitIsRefusedAndTheRestIsRead) {
  const fs::path file = write(
      "a.jsonl", "{\"id\":1}\n{\"text\":\"" + std::string(3u << 20, 'x') + "\"}\n{\"id\":3}\n");

  EXPECT_EQ(read({file}, one_mebibyte()),
            "a.jsonl:1 {\"id\":1}\na.jsonl:3 {\"id\":3}\n"
            "refused a.jsonl:2 is larger than the limit of 1 MiB\n");
}

TEST_F(RecordReaderTest, ATextBeyondTheLimitIsRefused) {
  const fs::path file = write("a.txt", std::string((1u << 20) + 1, 'x'));

  EXPECT_EQ(read({file}, one_mebibyte()), "refused a.txt is larger than the limit of 1 MiB\n");
}

TEST_F(RecordReaderTest, StandardInputIsNamedByADash) {
  EXPECT_EQ(read({"-"}, {}, "{\"id\":1}\n"), "-:1 {\"id\":1}\n");
}

TEST_F(RecordReaderTest, CompressedFilesAreReadAsWhatTheyHold) {
  const fs::path once = write("a.gz", gzip("{\"id\":1}\n") + gzip("{\"id\":2}\n"));
  const fs::path twice = write("b", gzip(gzip("{\"id\":3}\n")));

  EXPECT_EQ(read({once, twice}), "a.gz:1 {\"id\":1}\na.gz:2 {\"id\":2}\nb:1 {\"id\":3}\n");
}

TEST_F(RecordReaderTest, ACutCompressedFileGivesWhatCameBefore) {
  std::string lines;
  for (int i = 0; i < 20000; ++i) {
    lines += "{\"id\":" + std::to_string(i * 7919) + "}\n";
  }
  const std::string whole = gzip(lines);
  const fs::path file = write("a.gz", whole.substr(0, whole.size() / 2));

  const std::string got = read({file});

  EXPECT_TRUE(got.starts_with("a.gz:1 {\"id\":0}\n"));
  EXPECT_TRUE(got.ends_with("the compressed bytes end too early\n")) << got.substr(got.size() - 99);
}

TEST_F(RecordReaderTest, ABombIsRefused) {
  const fs::path file = write("bomb.gz", gzip(gzip(std::string(100u << 20, '\n'))));

  EXPECT_EQ(read({file}),
            "refused bomb.gz expands to more than 200 times its size; expand it by hand if that is "
            "right\n");
}

TEST_F(RecordReaderTest, ABombOfZstdIsRefused) {
  const std::string zeros(100u << 20, '\n');
  std::string bomb(ZSTD_compressBound(zeros.size()), '\0');
  bomb.resize(ZSTD_compress(bomb.data(), bomb.size(), zeros.data(), zeros.size(), 1));
  const fs::path file = write("bomb.zst", bomb);
  const fs::path twice = write("bomb.zst.gz", gzip(bomb));

  EXPECT_EQ(read({file, twice}),
            "refused bomb.zst expands to more than 200 times its size; expand it by hand if that "
            "is right\nrefused bomb.zst.gz expands to more than 200 times its size; expand it by "
            "hand if that is right\n");
}

TEST_F(RecordReaderTest, LoopsOfLinksEnd) {
  write("a/one.txt", "1");
  fs::create_directory_symlink(folder_, folder_ / "a" / "up");
  fs::create_directory_symlink(folder_ / "a", folder_ / "b");
  fs::create_symlink(folder_ / "self", folder_ / "self");
  fs::create_symlink(folder_ / "nowhere", folder_ / "gone");

  EXPECT_EQ(read({folder_}),
            "a/one.txt 1\nrefused gone is a link to nothing, or has gone\n"
            "refused self Too many levels of symbolic links\n");
}

TEST_F(RecordReaderTest, PipesInFoldersAreRefusedAndNeverWaitedFor) {
  ::mkfifo((folder_ / "pipe").c_str(), 0600);
  write("z.txt", "z");

  EXPECT_EQ(read({folder_}), "z.txt z\nrefused pipe is neither a file nor a folder\n");
}

TEST_F(RecordReaderTest, ANamedPipeThatNobodyWritesToIsEmpty) {
  ::mkfifo((folder_ / "pipe").c_str(), 0600);

  EXPECT_EQ(read({folder_ / "pipe"}), "refused pipe is empty\n");
}

TEST_F(RecordReaderTest, DevicesAreRefused) {
  fs::create_symlink("/dev/zero", folder_ / "zeros");

  EXPECT_EQ(read({folder_}), "refused zeros is neither a file nor a folder\n");
  EXPECT_EQ(read({folder_ / "zeros"}), "refused zeros is neither a file nor a folder\n");
}

// The memory of a process is a regular file whose first byte nobody can read, not even root.
TEST_F(RecordReaderTest, AFileThatCannotBeReadIsRefusedAndTheRestIsRead) {
  fs::create_symlink("/proc/self/mem", folder_ / "a");
  write("b.txt", "b");

  EXPECT_EQ(read({folder_}), "b.txt b\nrefused a cannot be read: Input/output error\n");
}

TEST_F(RecordReaderTest, WhatIsNotAllowedIsRefused) {
  if (::geteuid() == 0) {
    GTEST_SKIP() << "root may read everything";
  }
  ::chmod(write("a.txt", "a").c_str(), 0);
  fs::create_directory(folder_ / "closed");
  ::chmod((folder_ / "closed").c_str(), 0);

  const std::string got = read({folder_});
  ::chmod((folder_ / "closed").c_str(), 0700);

  EXPECT_EQ(got,
            "refused a.txt cannot be opened: Permission denied\n"
            "refused closed cannot be looked into: Permission denied\n");
}

TEST_F(RecordReaderTest, AMissingFileIsRefused) {
  EXPECT_EQ(read({folder_ / "none.txt"}), "refused none.txt No such file or directory\n");
}

TEST_F(RecordReaderTest, AnEmptyFileIsToldAndCostsNothing) {
  for (const std::string& bytes : {std::string(), std::string("\n \r\n"), gzip(""), gzip("\n")}) {
    const fs::path file = write("a.jsonl", bytes);
    std::istringstream nothing;
    RecordReader reader({file}, {}, nothing);
    std::vector<Refusal> refusals;

    EXPECT_FALSE(reader.next(refusals));

    ASSERT_EQ(refusals.size(), 1u);
    EXPECT_EQ(refusals[0].reason, "is empty");
    EXPECT_EQ(refusals[0].loss, Loss::Nothing);
  }
}

TEST_F(RecordReaderTest, NamesAreWrittenOnOneLineOfUtf8) {
  write("a\nb\xFF\\.txt", "odd");

  EXPECT_EQ(read({folder_}), "a\\x0Ab\\xFF\\\\.txt odd\n");
}

TEST_F(RecordReaderTest, TheIdOfATextIsItsPathInNormalForm) {
  write("a.txt", "a");
  std::istringstream nothing;
  RecordReader reader({folder_ / "." / "x" / ".." / "a.txt"}, {}, nothing);
  fs::create_directory(folder_ / "x");
  std::vector<Refusal> refusals;

  const auto record = reader.next(refusals);

  ASSERT_TRUE(record);
  EXPECT_EQ(record->context.at("id"), (folder_ / "a.txt").string());
}

TEST_F(RecordReaderTest, CountsBytesOfFilesAndKnowsTheirSum) {
  const fs::path zipped = write("a.gz", gzip("{\"id\":1}\n"));
  const fs::path plain = write("b.jsonl", "{\"id\":1}\n");
  std::istringstream nothing;
  RecordReader reader({zipped, plain}, {}, nothing);
  std::vector<Refusal> refusals;
  while (reader.next(refusals)) {
  }

  EXPECT_EQ(reader.bytes_total(), fs::file_size(zipped) + fs::file_size(plain));
  EXPECT_EQ(reader.bytes_read(), reader.bytes_total());
  EXPECT_EQ(RecordReader({"-"}, {}, nothing).bytes_total(), std::nullopt);
}

}  // namespace
}  // namespace verbale
