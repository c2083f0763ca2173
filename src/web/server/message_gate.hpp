// What stands between the wire and RESTinio: reads the frame of each HTTP/1 message strictly and hands on only whole,
// plain, unambiguous ones.
//
// RESTinio answers a message that it cannot parse, or that breaks a limit, by dropping the connection; a reader then
// sees a browser's error page and no reason. The gate turns each of these into a request RESTinio can read, whose
// target ("*413") no client can send, so that our own code answers it. It also takes away everything in which two
// readers of HTTP could disagree about where a message ends (chunks, folded lines, doubled lengths, upgrades).
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "web/server/http_text.hpp"

namespace hearken::web {

struct MessageLimits {
    size_t request_line_bytes = 8 * 1024;
    size_t head_bytes = 32 * 1024;  ///< request line and headers
    size_t headers = 100;
    size_t body_bytes = 25 * 1024 * 1024;
};

/// One connection's gate. No I/O, no clock; not thread-safe.
class MessageGate {
  public:
    explicit MessageGate(MessageLimits limits = {});

    /// Bytes as they came from the client. To be called only when `take` had nothing to give.
    void feed(std::string_view bytes);
    /// Moves what may be handed on to `to`, never across the end of a message: the next message is looked at by the
    /// call after. 0 means that more must be fed.
    size_t take(char* to, size_t size);

    /// True once for each message whose sender waits for "100 Continue" before sending the body.
    bool take_continue();
    /// Gives up on the message: from now on nothing is read, and "*status" is handed on.
    void refuse(int status);
    bool refused() const { return stage_ == Stage::Refused; }
    /// Everything of the last message has been handed on.
    bool is_between_messages() const { return stage_ == Stage::Head && handed_on_ == out_.size(); }
    /// Nothing of the message has been handed on yet, so that `refuse` can still put an answerable one in its place.
    bool can_refuse() const { return !refused() && stage_ != Stage::Body && handed_on_ == out_.size(); }
    /// Part of a head has come, and more of it is needed.
    bool is_within_head() const { return stage_ == Stage::Head && !raw_.empty(); }

  private:
    enum class Stage { Head, Body, ChunkSize, ChunkData, ChunkEnd, Trailer, Refused };

    void advance();
    bool advance_head();
    bool advance_chunks();
    std::optional<std::string> next_line(size_t most);
    Parsed<void> read_head(std::string_view head);
    void finish_chunked();

    const MessageLimits limits_;
    Stage stage_ = Stage::Head;
    std::string raw_;                   ///< from the client, not yet looked at
    size_t scanned_ = 0;                ///< of raw_, known to hold no end of the head
    std::string out_;                   ///< ready to hand on
    size_t handed_on_ = 0;              ///< of out_
    unsigned long long body_left_ = 0;  ///< of a body with a length, or of a chunk
    std::string chunked_head_;          ///< waits for the length that only the last chunk tells
    std::string chunked_body_;
    size_t trailer_bytes_ = 0;
    bool is_head_method_ = false;
    bool wants_continue_ = false;
};

/// The status in a target that a gate made ("*413"), 0 for every other.
int refused_status(std::string_view target);

}  // namespace hearken::web
