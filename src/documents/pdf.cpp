#include "documents/pdf.hpp"

#include <semaphore>
#include <stdexcept>

#include "documents/run_program.hpp"

namespace hearken::documents {

namespace {

/// Limits first, then the converter. WeasyPrint makes an empty folder for fonts that a page brings along; ours bring
/// none, so it is told of a folder that is not there. The hook stands behind the refusal to fetch.
constexpr char kScript[] = R"python(
import resource, sys, tempfile
for what, most in ((resource.RLIMIT_AS, 1 << 30), (resource.RLIMIT_CPU, 60), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
    resource.setrlimit(what, (most, most))
tempfile.mkdtemp = lambda *_, **__: "/nonexistent"
import weasyprint
def watch(event, _):
    if event.startswith(("socket.", "subprocess.", "os.exec", "os.system", "os.posix_spawn", "os.fork", "urllib.")):
        raise RuntimeError("a document reaches for nothing")
sys.addaudithook(watch)
def refuse(*_, **__):
    raise ValueError("a document fetches nothing")
variant = "pdf_variant" if int(weasyprint.VERSION.split(".")[0]) >= 59 else "variant"
page = weasyprint.HTML(string=sys.stdin.buffer.read().decode("utf-8", "replace"), url_fetcher=refuse)
sys.stdout.buffer.write(page.write_pdf(**{variant: "pdf/ua-1"}))
)python";

std::counting_semaphore<2>& places() {
    static std::counting_semaphore<2> two(2);
    return two;
}

class Place {
public:
    explicit Place(std::chrono::milliseconds most_waiting) : taken_(places().try_acquire_for(most_waiting)) {}
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    ~Place() {
        if (taken_) places().release();
    }
    explicit operator bool() const { return taken_; }

private:
    bool taken_;
};

}  // namespace

Result<std::string> pdf_of(const std::string& html, const Converter& converter) {
    const Place place(converter.most_waiting);
    if (!place) return refuse(RefusalCode::TooMany, "pdf-busy", "Several documents are being made just now. Wait a minute, then try again. What you typed is kept.");
    Program program;
    program.command = {converter.python, "-I", "-c", kScript};
    program.environment = {"PATH=/usr/bin:/bin", "HOME=/nonexistent", "LANG=C.UTF-8"};
    program.limit = converter.limit;
    program.largest_output = 64 * 1024 * 1024;
    try {
        auto pdf = run_program(program, html);
        if (pdf.starts_with("%PDF-")) return pdf;
    } catch (const std::runtime_error&) {
        // What went wrong may hold words of the record; the reader is told what to do instead.
    }
    return refuse(RefusalCode::Conflict, "no-pdf", "The PDF could not be made. Print the page itself with your browser, and tell your system administrator: "
                                                   "Debian's package weasyprint must be installed on the server.");
}

}  // namespace hearken::documents
