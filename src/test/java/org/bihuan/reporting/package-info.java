@NullMarked
package org.bihuan.reporting;

import org.jspecify.annotations.NullMarked;
