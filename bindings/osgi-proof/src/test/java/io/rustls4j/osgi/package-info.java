/** The jars as bundles: what each of them may see, and what it shows. */
@NullMarked
package io.rustls4j.osgi;

import org.jspecify.annotations.NullMarked;
