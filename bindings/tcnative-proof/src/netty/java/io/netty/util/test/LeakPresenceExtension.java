package io.netty.util.test;

import org.junit.jupiter.api.extension.Extension;

/**
 * Netty's tests name this class, which Netty does not publish. Theirs looks for leaks of any kind;
 * leaks of connections are what the drop-in's own tests look for.
 */
public final class LeakPresenceExtension implements Extension {}
