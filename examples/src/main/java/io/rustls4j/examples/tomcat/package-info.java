/** Tomcat, embedded. */
@NullMarked
package io.rustls4j.examples.tomcat;

import org.jspecify.annotations.NullMarked;
