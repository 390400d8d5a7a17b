import '../../login-page.js';

export default {};
