@NullMarked
package org.bihuan.testing;

import org.jspecify.annotations.NullMarked;
