/** OpenSSL's names for suites, groups and signature schemes. */
@NullMarked
package io.rustls4j.tcnative.context;

import org.jspecify.annotations.NullMarked;
