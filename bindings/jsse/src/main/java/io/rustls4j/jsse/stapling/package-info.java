/** A server's OCSP responses: fetched from responders, kept, and stapled. Not exported. */
@NullMarked
package io.rustls4j.jsse.stapling;

import org.jspecify.annotations.NullMarked;
