# SPDX-License-Identifier: BSL-1.0
#
# One file of rejected/, with WHAT = accepted or rejected:
#   cmake -DFILE=... -DWHAT=... -DCOMPILER_ID=... -P rejected.cmake -- <compiler and its arguments>
#
# The file compiles as it stands. With -DREJECTED it doesn't, and the compiler's errors match every line of the form
#   // expect: <regex>
# or, where the file has them, the lines "// expect-gcc: <regex>" and "// expect-clang: <regex>" for that compiler. The
# regex is CMake's. Only the compiler's own words count, not the source lines that it repeats. A compiler that is
# missing, crashes, or fails for want of a header or of an option has rejected nothing.
cmake_minimum_required(VERSION 3.23)

set(command)
set(index 0)
set(found_separator FALSE)
while(index LESS CMAKE_ARGC)
    if(found_separator)
        list(APPEND command "${CMAKE_ARGV${index}}")
    elseif(CMAKE_ARGV${index} STREQUAL "--")
        set(found_separator TRUE)
    endif()
    math(EXPR index "${index} + 1")
endwhile()
if(NOT command OR NOT EXISTS "${FILE}")
    message(FATAL_ERROR "Nothing to compile: command '${command}', file '${FILE}'")
endif()
if(WHAT STREQUAL "rejected")
    list(APPEND command -DREJECTED)
    if(COMPILER_ID MATCHES "Clang")
        list(APPEND command -fno-caret-diagnostics)
    else()
        list(APPEND command -fno-diagnostics-show-caret)
    endif()
elseif(NOT WHAT STREQUAL "accepted")
    message(FATAL_ERROR "WHAT is '${WHAT}', not accepted or rejected")
endif()

# Plain quotation marks and English, whatever the user's language.
set(ENV{LC_ALL} C)
execute_process(COMMAND ${command} "${FILE}"
    RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output TIMEOUT 120)

if(WHAT STREQUAL "accepted")
    if(NOT result STREQUAL "0")
        message(FATAL_ERROR "${FILE} has to compile as it stands (${result}):\n${output}")
    endif()
    return()
endif()

if(result STREQUAL "0")
    message(FATAL_ERROR "${FILE} has to be rejected with -DREJECTED, and compiles")
endif()
# Compilers end with 1 after errors in the code; a signal, a time-out or a missing program give something else.
if(NOT result STREQUAL "1" OR NOT output MATCHES "error: ")
    message(FATAL_ERROR "The compiler did not reject ${FILE}, it failed (${result}):\n${output}")
endif()
if(output MATCHES "fatal error:|internal compiler error|unrecognized command|unknown argument|PLEASE submit a bug")
    message(FATAL_ERROR "${FILE} fails for another reason:\n${output}")
endif()

file(READ "${FILE}" text)
set(marker "expect")
if(COMPILER_ID STREQUAL "GNU" AND text MATCHES "\n// expect-gcc:")
    set(marker "expect-gcc")
elseif(COMPILER_ID MATCHES "Clang" AND text MATCHES "\n// expect-clang:")
    set(marker "expect-clang")
endif()

set(expected 0)
set(rest "\n${text}")
while(rest MATCHES "\n// ${marker}:([^\n]*)(.*)")
    set(rest "${CMAKE_MATCH_2}")
    string(STRIP "${CMAKE_MATCH_1}" regex)
    if(regex STREQUAL "")
        message(FATAL_ERROR "${FILE}: '// ${marker}:' without a regex")
    endif()
    if(NOT output MATCHES "${regex}")
        message(FATAL_ERROR "${FILE} is rejected, but not with\n    ${regex}\nIt says:\n${output}")
    endif()
    math(EXPR expected "${expected} + 1")
endwhile()
if(expected EQUAL 0)
    message(FATAL_ERROR "${FILE} has no '// expect: <regex>' line")
endif()
