/**
 * The demo player: sets up an invented estate and plays one day at its desk, through the public REST API only, so
 * that it can be run against any installation. It uses nothing of the application's other packages.
 */
@NullMarked
package org.bihuan.demo;

import org.jspecify.annotations.NullMarked;
