/** What Flight Recorder is told. */
@NullMarked
package io.rustls4j.jsse.events;

import org.jspecify.annotations.NullMarked;
