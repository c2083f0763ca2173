// A file of a record as an answer: always a download.
#pragma once
#include "casework/attachments.hpp"
#include "web/server/response.hpp"

namespace hearken::web {

/// Never shown as a page of ours, never guessed at, never kept by the browser; its type is the one we judged it to be.
Response download(casework::FileRead file);

}  // namespace hearken::web
