@NullMarked
package org.bihuan.description;

import org.jspecify.annotations.NullMarked;
