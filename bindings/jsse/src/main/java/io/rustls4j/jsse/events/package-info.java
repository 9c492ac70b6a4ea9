/** What Flight Recorder is told. Not exported. */
@NullMarked
package io.rustls4j.jsse.events;

import org.jspecify.annotations.NullMarked;
