// The cell that a job is locked in before it looks at a byte of what somebody sent: whoever takes the job over through a mistake in a
// decoder can reckon, read what was open already, and answer. There is no way back out.
#pragma once

#include <string>
#include <vector>

namespace loopbaankaart::media {

// No connection, no file opened, nothing started, nothing asked of other programs. Throws when the kernel does not do it.
void lock_in();

// The same, but what lies in these folders can be opened to read, for which Landlock is needed (there_is_landlock); and the question whether a
// file may be read is answered with yes, unasked. With no folders nothing can be opened.
void lock_in_to_read(const std::vector<std::string>& folders);

// For the moment before ffmpeg takes this process over from `program`, an open file: it may be started once, and open what it is made of
// (the system's libraries), to read. `program` gets a number that no file opened later can have; that is the answer.
int lock_in_for(int program);

}  // namespace loopbaankaart::media
