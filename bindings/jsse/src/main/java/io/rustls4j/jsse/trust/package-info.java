/**
 * Whether a peer is trusted: natively where trust anchors are all there is, by the application's
 * manager otherwise. Not exported.
 */
@NullMarked
package io.rustls4j.jsse.trust;

import org.jspecify.annotations.NullMarked;
