/**
 * What TLS peers say in the clear, for those who must know what an engine does not tell, or say it
 * before there is one, and DER. Exported to the modules of this project only.
 */
@NullMarked
package io.rustls4j.wire;

import org.jspecify.annotations.NullMarked;
