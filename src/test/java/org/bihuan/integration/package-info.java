@NullMarked
package org.bihuan.integration;

import org.jspecify.annotations.NullMarked;
