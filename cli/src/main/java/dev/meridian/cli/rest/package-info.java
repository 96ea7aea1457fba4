/** The api as any client sees it: plain HTTP with a token. */
@NullMarked
package dev.meridian.cli.rest;

import org.jspecify.annotations.NullMarked;
