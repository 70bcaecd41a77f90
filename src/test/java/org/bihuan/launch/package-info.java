@NullMarked
package org.bihuan.launch;

import org.jspecify.annotations.NullMarked;
