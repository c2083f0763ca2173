#include "documents/run_program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

extern char** environ;

namespace hearken::documents {

namespace {

class Handle {
  public:
    explicit Handle(int number = -1) : number_(number) {}
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() { close(); }
    int get() const { return number_; }
    void close() {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }

  private:
    int number_;
};

[[noreturn]] void fail(const std::string& what) { throw std::runtime_error(what); }

/// The running program; killed if it is still running when we leave.
class Running {
  public:
    explicit Running(pid_t pid) : pid_(pid) {}
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;
    ~Running() {
        if (pid_ <= 0) return;
        ::kill(pid_, SIGKILL);
        wait();
    }
    int wait() {
        int status = 0;
        while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
        }
        pid_ = -1;
        return status;
    }

  private:
    pid_t pid_;
};

std::vector<char*> pointers_to(std::vector<std::string>& words) {
    std::vector<char*> pointers;
    for (auto& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// Its one connection is both its input and its output: a socket, so that writing to a program that has ended is an
/// error here and not a signal that ends the server.
pid_t start(const Program& program, int its_end) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_adddup2(&actions, its_end, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, its_end, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    sigset_t none;
    sigset_t all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    auto words = program.command;
    auto environment = program.environment;
    const auto arguments = pointers_to(words);
    const auto variables = pointers_to(environment);
    pid_t pid = -1;
    const int error = ::posix_spawnp(&pid, program.command.at(0).c_str(), &actions, &attributes, arguments.data(), environment.empty() ? environ : variables.data());
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    if (error != 0) fail("the program \"" + program.command.at(0) + "\" did not start (" + std::strerror(error) + ")");
    return pid;
}

void send_some(int socket, std::string_view input, size_t& sent) {
    const auto written = ::send(socket, input.data() + sent, input.size() - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (written >= 0) sent += static_cast<size_t>(written);
    else if (errno == EPIPE || errno == ECONNRESET) sent = input.size();  // it has stopped reading; its status tells why
    else if (errno != EAGAIN && errno != EINTR) fail(std::strerror(errno));
    if (sent == input.size()) ::shutdown(socket, SHUT_WR);
}

/// False at the end.
bool receive_some(int socket, std::string& output, size_t most) {
    char buffer[16384];
    const auto got = ::recv(socket, buffer, sizeof buffer, MSG_DONTWAIT);
    if (got < 0) return errno == EAGAIN || errno == EINTR;
    output.append(buffer, static_cast<size_t>(got));
    if (output.size() > most) fail("what it wrote is too large");
    return got > 0;
}

std::string converse(int socket, std::string_view input, const Program& program) {
    const auto end = std::chrono::steady_clock::now() + program.limit;
    std::string output;
    size_t sent = 0;
    if (input.empty()) ::shutdown(socket, SHUT_WR);
    while (true) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()).count();
        if (left <= 0) fail("it took too long");
        pollfd watched{socket, static_cast<short>(POLLIN | (sent < input.size() ? POLLOUT : 0)), 0};
        const int ready = ::poll(&watched, 1, static_cast<int>(left));
        if (ready < 0 && errno != EINTR) fail(std::strerror(errno));
        if (ready <= 0) continue;
        if (sent < input.size() && (watched.revents & (POLLOUT | POLLERR))) send_some(socket, input, sent);
        if ((watched.revents & (POLLIN | POLLHUP)) && !receive_some(socket, output, program.largest_output)) return output;
    }
}

}  // namespace

std::string run_program(const Program& program, std::string_view input) {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) fail(std::strerror(errno));
    Handle ours(ends[0]), its(ends[1]);
    Running running(start(program, its.get()));
    its.close();
    auto output = converse(ours.get(), input, program);
    const int status = running.wait();
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) fail("it did not accept what it was given");
    return output;
}

}  // namespace hearken::documents
