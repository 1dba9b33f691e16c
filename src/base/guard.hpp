// A named guard is a protection that a test can take away, to prove that some test notices. In the shipped program a guard
// is the constant `true` and its name is not even in the binary; with LOOPBAANKAART_SABOTAGE built in (the test build only)
// the environment variable of that name lists the guards to switch off, by comma.
//
//     if (guarded(Guard::csrf_token) && !token_matches) return refuse();
#pragma once

#include <cstddef>
#include <string_view>

namespace loopbaankaart::base {

// One line a guard: GUARD(name, "what it protects"). tests/guards.txt names the cases that must fail without it.
#define LOOPBAANKAART_GUARDS(GUARD)                                                                  \
    GUARD(csrf_token, "a form is only accepted with the token of this session")                      \
    GUARD(csrf_origin, "a form is only accepted from our own pages")                                 \
    GUARD(owner_only, "a kept thing is only read by its owner or by a grant")                        \
    GUARD(policy, "a route's policy is asked before its handler runs")                               \
    GUARD(reply_after_sync, "a success reply leaves only after the sync of its commit")              \
    GUARD(same_id_once, "sending the same id again does not make a second thing")                    \
    GUARD(sealed_words, "own words are stored as ciphertext")                                        \
    GUARD(sealed_place, "sealed text moved to another row or column does not open")                  \
    GUARD(html_escape, "text becomes text in HTML, never markup")                                    \
    GUARD(link_scheme, "a link goes to http(s) or to our own pages only")                            \
    GUARD(header_line_end, "a reply header cannot hold a line end")                                  \
    GUARD(double_length, "two lengths for one body are refused")                                     \
    GUARD(length_and_chunks, "a length beside a transfer coding is refused")                         \
    GUARD(header_shape, "folded, bare-LF, NUL and space-before-colon headers are refused")           \
    GUARD(host_header, "a request has exactly one Host")                                             \
    GUARD(header_deadline, "a dripping header is cut off")                                           \
    GUARD(header_limit, "too many or too large headers are refused")                                 \
    GUARD(body_limit, "a form over 64 KB is refused")                                                \
    GUARD(upload_limit, "a file over 12 MB is refused")                                              \
    GUARD(upload_budget, "uploads together take no more memory than was set aside")                  \
    GUARD(photo_pixels, "a picture of too many pixels is refused before it is decoded")              \
    GUARD(photo_metadata, "nothing a camera wrote beside the pixels is kept")                        \
    GUARD(sound_length, "a sound of more than three minutes is refused")                             \
    GUARD(media_sandbox, "who takes over a media job can open no connection and no file")            \
    GUARD(workshop_queue, "a full workshop asks to come back later")                                 \
    GUARD(body_rate, "a dripping body is cut off")                                                   \
    GUARD(graceful_stop, "open requests finish when the program is told to stop")                    \
    GUARD(newer_database, "a database of a newer program is refused")                                \
    GUARD(migration_backup, "a migration starts with a backup")                                      \
    GUARD(migration_atomic, "a migration happens whole or not at all")                               \
    GUARD(backup_digest, "a damaged backup is refused")                                              \
    GUARD(erasure_replay, "a restore replays the ledger of erasures")                                \
    GUARD(invitation_once, "an invitation works once")                                               \
    GUARD(invitation_expiry, "an invitation ends")                                                   \
    GUARD(password_length, "a password has at least twelve characters")                              \
    GUARD(password_common, "a well-known password is refused")                                       \
    GUARD(password_equal_work, "an unknown account costs the same work as a known one")              \
    GUARD(session_ends, "a changed password ends the other sessions")                                \
    GUARD(session_hashed, "a session token is stored as a hash")                                     \
    GUARD(attempt_limit, "guessing passwords is slowed down per account")                            \
    GUARD(suspended, "a suspended person is out at once")                                            \
    GUARD(left_adds_nothing, "who left the school reads their own things and adds nothing")          \
    GUARD(reset_code_wait, "after a printed code own content stays closed for 72 hours")             \
    GUARD(audit_chain, "a changed audit row is found")                                               \
    GUARD(signed_out_map, "a school can close its map to who is not signed in")                      \
    GUARD(secure_only, "signing in over plain http elsewhere than localhost is refused")             \
    GUARD(mail_header, "a mail header cannot be injected")                                           \
    GUARD(change_seen, "a change made on an older text asks instead of overwriting")                 \
    GUARD(bin_closed, "what lies in the bin is shown to nobody else")                                \
    GUARD(react_grant, "only who may react reacts")                                                  \
    GUARD(contact_yes, "a fellow student gets to see things only after their yes")                   \
    GUARD(unknown_host, "a host that is no school's gets nothing of a school")                       \
    GUARD(admission_first, "a large body is read only for who may send it")                          \
    GUARD(insight_source, "an insight begins at something of one's own that was kept")               \
    GUARD(asked_once, "a companion asks the same thing once")                                        \
    GUARD(stream_policy, "a long reply is cut off when its reader may no longer read")               \
    GUARD(zip_limits, "an archive that unpacks to more than was set aside is refused")               \
    GUARD(rim_kept, "a bearing keeps the words its rim had")                                         \
    GUARD(telling_fixed, "what was told is never changed")                                           \
    GUARD(expects_hidden, "what somebody expects is seen by the traveller alone")                    \
    GUARD(company_end, "the end of a company takes back what was given with it, and nothing else")   \
    GUARD(few_hidden, "what fewer than ten students answered is shown to nobody as a theme")         \
    GUARD(piece_digest, "a damaged piece of an archive is refused")                                  \
    GUARD(archive_remade, "pictures and sounds out of an archive are made anew before they are kept")\
    GUARD(fit_off, "what a model says of one student is off until a coordinator wrote down what for")\
    GUARD(fit_not_for_vo, "and is never switched on for vo")                                         \
    GUARD(fit_look_written, "a look at one student is written down, for them to read")               \
    GUARD(fit_own_mentor, "a look is for a student's own mentor alone")                              \
    GUARD(fit_look_limits, "a look has a reason and is open for an hour")                            \
    GUARD(fit_objection, "an objection closes looks until somebody answered")                        \
    GUARD(fit_evidence_sealed, "what is known of one student is sealed for one model and read under no other")

enum class Guard : std::size_t {
#define GUARD(name, meaning) name,
    LOOPBAANKAART_GUARDS(GUARD)
#undef GUARD
};

#ifdef LOOPBAANKAART_SABOTAGE
bool guarded(Guard guard);
#else
constexpr bool guarded(Guard) { return true; }
#endif

}  // namespace loopbaankaart::base
