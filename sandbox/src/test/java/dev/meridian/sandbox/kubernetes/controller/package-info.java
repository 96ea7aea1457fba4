@NullMarked
package dev.meridian.sandbox.kubernetes.controller;

import org.jspecify.annotations.NullMarked;
