@NullMarked
package org.bihuan.shared;

import org.jspecify.annotations.NullMarked;
