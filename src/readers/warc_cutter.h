#pragma once

#include <memory>

#include "readers/cutter.h"

namespace verbale::readers {

// Cuts a web archive (ISO 28500) into its pages: responses of HTTP, resources, and the texts of
// conversion records; other records are passed over. Records are named by the offset of the
// compressed member that holds them, as CDX files do, or by their own: "crawl.warc.gz@1048576". A
// damaged record or member is refused with its offset and reading goes on at the next one.
std::unique_ptr<Cutter> make_warc_cutter(OpenSource source, const ReadOptions& options);

}  // namespace verbale::readers
