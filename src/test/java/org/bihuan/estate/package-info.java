@NullMarked
package org.bihuan.estate;

import org.jspecify.annotations.NullMarked;
