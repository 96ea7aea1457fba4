@NullMarked
package dev.meridian.sandbox.service;

import org.jspecify.annotations.NullMarked;
