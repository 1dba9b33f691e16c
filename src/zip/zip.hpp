// zip: archives that are written as a stream whose length is known beforehand, and archives from anywhere read without trust.
#pragma once

#include <base/base.hpp>
#include <zip/words.hpp>

#include "archive.hpp"
#include "plan.hpp"
