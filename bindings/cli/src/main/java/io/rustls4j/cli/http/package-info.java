/** HTTP/1.1 for the server: requests, paths inside a folder, answers. */
@NullMarked
package io.rustls4j.cli.http;

import org.jspecify.annotations.NullMarked;
