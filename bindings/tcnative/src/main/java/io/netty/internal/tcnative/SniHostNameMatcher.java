package io.netty.internal.tcnative;

import org.jspecify.annotations.Nullable;

/**
 * Decides whether a server goes by the name that a client sent: see {@link
 * SSLContext#setSniHostnameMatcher}.
 */
public interface SniHostNameMatcher {
    /**
     * Decides.
     *
     * @param ssl the connection
     * @param hostname the name that the client sent, or null if it sent none
     * @return true to go on
     */
    boolean match(long ssl, @Nullable String hostname);
}
