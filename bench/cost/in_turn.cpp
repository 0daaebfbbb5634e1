// SPDX-License-Identifier: BSL-1.0
//
/// @file
/// Runs commands in turn, round after round, and prints for each what it takes of the processor: so a machine that is
/// busy for a while slows all of them. Posix only.
///
///     in_turn ROUNDS -- COMMAND [ARGUMENT...] [-- COMMAND [ARGUMENT...]]...
///
/// A line for each command, separated by tabs: the least and the median of its processor time (user and system, with
/// that of the processes that it waits for), the median of the ratios to the first command within a round, and the
/// median of the differences. Unit: microseconds. What commands print is thrown away,
/// but not their errors. Error: exit code 1 where a command fails, 2 for wrong arguments.
#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using Command = std::vector<char*>;  // ends with a null pointer

double microseconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_usec);
}

/// The processor time of a command. Error: below 0 where it cannot be run or fails.
double run(const Command& command, const posix_spawn_file_actions_t& quiet) {
    pid_t child = 0;
    if (posix_spawnp(&child, command[0], &quiet, nullptr, command.data(), environ) != 0) return -1.0;
    int status = 0;
    rusage used{};
    if (wait4(child, &status, 0, &used) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0) return -1.0;
    return microseconds(used.ru_utime) + microseconds(used.ru_stime);
}

double median(std::vector<double> list) {
    std::sort(list.begin(), list.end());
    const std::size_t half = list.size() / 2;
    return list.size() % 2 != 0 ? list[half] : (list[half - 1] + list[half]) / 2.0;
}

}  // namespace

int main(int argc, char** argv) {
    const long rounds = argc > 1 ? std::strtol(argv[1], nullptr, 10) : 0;
    std::vector<Command> commands;
    for (int i = 2; i < argc; ++i) {
        if (std::string_view(argv[i]) == "--") {
            commands.emplace_back();
        } else if (!commands.empty()) {
            commands.back().push_back(argv[i]);
        }
    }
    bool complete = rounds > 0 && !commands.empty();
    for (Command& command : commands) {
        complete = complete && !command.empty();
        command.push_back(nullptr);
    }
    if (!complete) {
        std::fputs("usage: in_turn ROUNDS -- COMMAND [ARGUMENT...] [-- COMMAND [ARGUMENT...]]...\n", stderr);
        return 2;
    }
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);

    std::vector<std::vector<double>> times(commands.size());
    for (long round = 1; round <= rounds; ++round) {
        for (std::size_t i = 0; i < commands.size(); ++i) {
            const double time = run(commands[i], quiet);
            if (time < 0.0) {
                std::fprintf(stderr, "in_turn: failed: %s\n", commands[i][0]);
                return 1;
            }
            times[i].push_back(time);
        }
    }
    for (const auto& own : times) {
        std::vector<double> ratios;
        std::vector<double> differences;
        for (std::size_t i = 0; i < own.size(); ++i) {
            ratios.push_back(times[0][i] > 0.0 ? own[i] / times[0][i] : 0.0);
            differences.push_back(own[i] - times[0][i]);
        }
        std::printf("%.0f\t%.0f\t%.3f\t%.1f\n", *std::min_element(own.begin(), own.end()), median(own), median(ratios),
                    median(differences));
    }
    posix_spawn_file_actions_destroy(&quiet);
}
