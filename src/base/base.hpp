// base: ids, time, text, Result and words: the small things everything else is said in.
#pragma once

#include "bytes.hpp"
#include "guard.hpp"
#include "id.hpp"
#include "randomness.hpp"
#include "result.hpp"
#include "text.hpp"
#include "time.hpp"
#include "words.hpp"
