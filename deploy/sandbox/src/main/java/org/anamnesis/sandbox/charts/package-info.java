/**
 * Charts on disk: finds Bundles and resources in directories, brings them into an order in which references can be
 * followed, gives every resource one id of its own, and hands them on in small Bundles. Knows no server.
 */
@NullMarked
package org.anamnesis.sandbox.charts;

import org.jspecify.annotations.NullMarked;
