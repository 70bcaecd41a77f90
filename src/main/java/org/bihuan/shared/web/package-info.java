@NullMarked
package org.bihuan.shared.web;

import org.jspecify.annotations.NullMarked;
