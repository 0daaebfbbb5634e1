# SPDX-License-Identifier: BSL-1.0
#
# What has to be true of every header: it stands alone, can be included twice, links with all the others, survives other
# people's macros, and needs neither exceptions nor run-time types.
file(GLOB_RECURSE header_files RELATIVE "${PROJECT_SOURCE_DIR}/include" CONFIGURE_DEPENDS
    "${PROJECT_SOURCE_DIR}/include/trimode/*.hpp")
set(generated_dir "${CMAKE_CURRENT_BINARY_DIR}/generated")

list(TRANSFORM header_files REPLACE "(.+)" "#include <\\1>" OUTPUT_VARIABLE all_includes)
list(JOIN all_includes "\n" all_includes)

# Alone, twice, with nothing before.
set(header_sources)
foreach(header IN LISTS header_files)
    string(REGEX REPLACE "hpp$" "cpp" source "${generated_dir}/headers/${header}")
    file(CONFIGURE OUTPUT "${source}" CONTENT "#include <${header}>\n#include <${header}>\n" @ONLY)
    list(APPEND header_sources "${source}")
endforeach()

# All of them; this one is also linked into every test program, so that a definition that isn't inline shows.
file(CONFIGURE OUTPUT "${generated_dir}/all_headers_a.cpp" CONTENT "${all_includes}\n" @ONLY)

# After the standard's headers (which have a right to these names) and with names that other people's headers define.
# What replaces them is no C++ in any place, so that each use fails. min and max take arguments, since a call in
# brackets, (std::min)(a, b), has to work.
set(standard_headers algorithm array atomic bit bitset cassert cctype cerrno charconv chrono climits clocale cmath compare
    complex concepts cstddef cstdint cstdio cstdlib cstring ctime deque filesystem fstream functional initializer_list
    iomanip ios iosfwd iostream istream iterator limits list locale map memory mutex new numbers numeric optional ostream
    queue random ratio set span sstream stdexcept streambuf string string_view system_error thread tuple type_traits
    typeinfo unordered_map unordered_set utility variant vector version)
set(hostile_names near far small I IN OUT D G P major minor check ERROR pascal interface)
list(TRANSFORM standard_headers REPLACE "(.+)" "#include <\\1>")
list(TRANSFORM hostile_names REPLACE "(.+)" "#undef \\1\n#define \\1 ) hostile macro {")
list(JOIN standard_headers "\n" standard_includes)
list(JOIN hostile_names "\n" hostile_macros)
file(CONFIGURE OUTPUT "${generated_dir}/hostile_macros.cpp" CONTENT "${standard_includes}
#undef min
#define min(a, b) ) hostile macro {
#undef max
#define max(a, b) ) hostile macro {
${hostile_macros}
${all_includes}
" @ONLY)

add_library(trimode_all_headers OBJECT "${generated_dir}/all_headers_a.cpp")
add_library(trimode_headers OBJECT ${header_sources} "${generated_dir}/hostile_macros.cpp")

# The third variant: without exceptions and run-time types.
add_library(trimode_headers_bare OBJECT "${generated_dir}/all_headers_a.cpp")
set(bare_options -fno-exceptions -fno-rtti)
target_compile_options(trimode_headers_bare PRIVATE ${bare_options})

# Linked together in one program.
file(CONFIGURE OUTPUT "${generated_dir}/headers_main.cpp" CONTENT "int main() {}\n" @ONLY)
add_executable(headers_linked "${generated_dir}/headers_main.cpp"
    $<TARGET_OBJECTS:trimode_headers> $<TARGET_OBJECTS:trimode_all_headers>)

foreach(target IN ITEMS trimode_all_headers trimode_headers trimode_headers_bare headers_linked)
    target_link_libraries(${target} PRIVATE trimode::trimode trimode_development)
endforeach()

add_test(NAME headers.linked_together COMMAND headers_linked)
add_test(NAME headers.hostile_macros COMMAND ${compile_only} "${generated_dir}/hostile_macros.cpp")
add_test(NAME headers.no_exceptions_no_rtti
    COMMAND ${compile_only} ${bare_options} "${generated_dir}/all_headers_a.cpp")

# By clang too, whatever the compiler. Its absence shows as a skipped test, never as a passed one.
if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    find_program(TRIMODE_CLANG clang++ DOC "A clang++ for the tests that want a second compiler")
    mark_as_advanced(TRIMODE_CLANG)
    set(clang_test headers.no_exceptions_no_rtti.clang)
    if(TRIMODE_CLANG)
        add_test(NAME ${clang_test} COMMAND "${TRIMODE_CLANG}" -std=c++20 "-I${PROJECT_SOURCE_DIR}/include"
            -fsyntax-only ${bare_options} "${generated_dir}/all_headers_a.cpp")
    else()
        add_test(NAME ${clang_test} COMMAND "${CMAKE_COMMAND}" -E false)
        set_tests_properties(${clang_test} PROPERTIES SKIP_RETURN_CODE 1)
    endif()
endif()
