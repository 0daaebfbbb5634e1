# SPDX-License-Identifier: BSL-1.0
# The target puts an include path on its users, and nothing else.
foreach(property IN ITEMS COMPILE_OPTIONS COMPILE_DEFINITIONS COMPILE_FEATURES LINK_OPTIONS LINK_LIBRARIES)
    get_target_property(value trimode::trimode INTERFACE_${property})
    if(value)
        message(FATAL_ERROR "trimode::trimode puts ${property} on its users: ${value}")
    endif()
endforeach()
