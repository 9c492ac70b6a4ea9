/**
 * Real peers: our client against other programs' servers and their clients against our server, on
 * loopback. A program that is not installed makes its tests skip with the reason, or fail where the
 * environment says {@code CI=true}.
 */
@NullMarked
package io.rustls4j.peers;

import org.jspecify.annotations.NullMarked;
