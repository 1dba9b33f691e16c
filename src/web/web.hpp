// web: connections, routes, requests, forms, HTML, assets, languages.
#pragma once

#include <web/words.hpp>

#include "assets/assets.hpp"
#include "html/html.hpp"
#include "http/answer.hpp"
#include "http/cookie.hpp"
#include "http/request.hpp"
#include "http/route.hpp"
#include "page/fields.hpp"
#include "page/page.hpp"
#include "server/compression.hpp"
#include "server/server.hpp"
