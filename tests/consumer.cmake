# SPDX-License-Identifier: BSL-1.0
#
# Configures, builds and runs a project of consumer/ in a fresh folder, as a user would, and looks at what the compiler
# was called with. CONSUMER is subdirectory, fetch_content or installed.
cmake_minimum_required(VERSION 3.23)

# The user's project is empty of flags, so that any that appear are ours.
foreach(variable IN ITEMS CXXFLAGS CPPFLAGS CFLAGS LDFLAGS CMAKE_BUILD_TYPE)
    unset(ENV{${variable}})
endforeach()

function(run)
    execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(NOT result STREQUAL "0")
        list(JOIN ARGN " " command)
        message(FATAL_ERROR "${command}\nended with ${result}:\n${output}")
    endif()
    set(output "${output}" PARENT_SCOPE)
endfunction()

set(build_dir "${WORK_DIR}/build")
set(prefix "${WORK_DIR}/prefix")
file(REMOVE_RECURSE "${WORK_DIR}")

set(project "${CONSUMER}")
if(CONSUMER STREQUAL "subdirectory")
    set(options "-DTRIMODE_SOURCE=${SOURCE_DIR}")
elseif(CONSUMER STREQUAL "fetch_content")
    set(project subdirectory)
    set(options -DCONSUMER_FETCHES=ON "-DFETCHCONTENT_SOURCE_DIR_TRIMODE=${SOURCE_DIR}")
elseif(CONSUMER STREQUAL "installed")
    run("${CMAKE_COMMAND}" --install "${BINARY_DIR}" --prefix "${prefix}")
    set(options "-DCMAKE_PREFIX_PATH=${prefix}" -DCMAKE_FIND_USE_PACKAGE_REGISTRY=OFF)

    # Every header arrives, and the licence with them.
    file(GLOB_RECURSE ours RELATIVE "${SOURCE_DIR}/include" "${SOURCE_DIR}/include/*")
    file(GLOB_RECURSE theirs RELATIVE "${prefix}/include" "${prefix}/include/*")
    if(NOT ours OR NOT ours STREQUAL theirs)
        message(FATAL_ERROR "Installed headers differ.\nours: ${ours}\ninstalled: ${theirs}")
    endif()
    file(GLOB_RECURSE licence "${prefix}/share/licenses/trimode/LICENSE")
    if(NOT licence)
        message(FATAL_ERROR "The licence was not installed")
    endif()
else()
    message(FATAL_ERROR "CONSUMER is '${CONSUMER}'")
endif()

run("${CMAKE_COMMAND}" -S "${SOURCE_DIR}/tests/consumer/${project}" -B "${build_dir}"
    -G "${GENERATOR}" "-DCMAKE_MAKE_PROGRAM=${MAKE_PROGRAM}" "-DCMAKE_CXX_COMPILER=${COMPILER}"
    -DCMAKE_EXPORT_COMPILE_COMMANDS=ON ${options})
run("${CMAKE_COMMAND}" --build "${build_dir}")
run("${build_dir}/consumer")
if(NOT output STREQUAL "trimode ${VERSION}\n")
    message(FATAL_ERROR "Expected 'trimode ${VERSION}', got: ${output}")
endif()

# The only flags are the consumer's own standard and the include path.
file(READ "${build_dir}/compile_commands.json" commands)
if(NOT commands MATCHES "main\\.cpp")
    message(FATAL_ERROR "No command compiles the consumer:\n${commands}")
endif()
if(commands MATCHES " -(W|D|U|f|O|g|m)[^ ]*")
    message(FATAL_ERROR "The consumer did not ask for${CMAKE_MATCH_0}:\n${commands}")
endif()
